using GovReportIngest.Storage.Users;

namespace GovReportIngest.Storage.Tests.Users;

/// <summary>Who may sign in.</summary>
public abstract class UserContract(ITestedDatabase tested) : StoreContract(tested)
{
    private UserTable Users => Store.Users;

    [Fact]
    public async Task A_name_is_taken_once_and_found_with_what_was_given()
    {
        Assert.True(await Users.AddAsync("王审核", UserRole.Reviewer, "hash", default));
        Assert.False(await Users.AddAsync("王审核", UserRole.Admin, null, default));
        var user = (await Users.FindAsync("王审核", default))!;
        Assert.Equal((UserRole.Reviewer, "hash", null), (user.Role, user.Password, user.DisabledAt));
        Assert.Equal(user, Assert.Single(await Users.ListAsync(default)));
        Assert.Null(await Users.FindAsync("nobody", default));
    }

    [Fact]
    public async Task A_token_signs_in_until_its_owner_is_disabled_and_is_not_kept_in_the_database()
    {
        await Users.AddAsync("robot", UserRole.Viewer, null, default);
        var token = await Users.AddTokenAsync("robot", default);
        Assert.Equal("robot", (await Users.FindByTokenAsync(token, default))!.Name);
        Assert.Null(await Users.FindByTokenAsync(token[..^1], default));

        Assert.True(await Users.DisableAsync("robot", default));
        Assert.Null(await Users.FindByTokenAsync(token, default));
        Assert.NotNull((await Users.FindAsync("robot", default))!.DisabledAt);
        Assert.False(await Users.DisableAsync("nobody", default));
    }

    [Fact]
    public async Task Another_password_or_role_ends_sessions()
    {
        await Users.AddAsync("a", UserRole.Viewer, "old", default);
        var before = (await Users.FindAsync("a", default))!;
        Assert.True(await Users.ChangeAsync("a", UserRole.Admin, null, default));
        var after = (await Users.FindAsync("a", default))!;
        Assert.Equal((UserRole.Admin, "old"), (after.Role, after.Password));
        Assert.NotEqual(before.Stamp, after.Stamp);
        Assert.False(await Users.ChangeAsync("nobody", null, "x", default));
    }

    [Fact]
    public async Task A_set_up_link_makes_one_administrator_once_and_in_time()
    {
        var old = await Users.AddSetupAsync(TimeSpan.FromMinutes(30), default);
        var link = await Users.AddSetupAsync(TimeSpan.FromMinutes(30), default);
        Assert.False(await Users.IsSetupAsync(old, default));
        Assert.True(await Users.IsSetupAsync(link, default));
        Assert.True(await Users.SetUpAsync(link, "admin", "hash", default));
        Assert.False(await Users.SetUpAsync(link, "other", "hash", default));
        Assert.Equal(UserRole.Admin, Assert.Single(await Users.ListAsync(default)).Role);
    }

    [Fact]
    public async Task A_set_up_link_ends_after_its_time()
    {
        var link = await Users.AddSetupAsync(TimeSpan.FromMinutes(30), default);
        Clock.Pass(TimeSpan.FromMinutes(30));
        Assert.False(await Users.SetUpAsync(link, "admin", "hash", default));
        Assert.Empty(await Users.ListAsync(default));
    }
}
