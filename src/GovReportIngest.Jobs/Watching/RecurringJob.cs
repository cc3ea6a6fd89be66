using Quartz;

namespace GovReportIngest.Jobs.Watching;

/// <summary>A job of Quartz that does what it is given, one after the other. Schedules in memory may hold a delegate.</summary>
[DisallowConcurrentExecution]
internal sealed class RecurringJob : IJob
{
    private const string Act = "act";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await ((Func<CancellationToken, Task>)context.MergedJobDataMap[Act]!)(cancellationToken);

    /// <summary>Begins at once, and again so long after each end.</summary>
    public static async Task ScheduleAsync(IScheduler scheduler, string name, TimeSpan every, Func<CancellationToken, Task> act, CancellationToken cancellation)
    {
        var job = JobBuilder.Create<RecurringJob>().WithIdentity(name).UsingJobData(new JobDataMap { [Act] = act }).Build();
        var trigger = TriggerBuilder.Create().WithIdentity(name).StartNow()
            .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(every).MeasureIntervalFromCompletion(true).RepeatForever()).Build();
        await scheduler.ScheduleJob(job, trigger, cancellationToken: cancellation);
    }
}
