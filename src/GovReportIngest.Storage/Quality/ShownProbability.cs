namespace GovReportIngest.Storage.Quality;

/// <summary>How often the machine was right where it said so with a probability of this range, as people decided.</summary>
/// <param name="AtLeast">The range begins here.</param>
/// <param name="Below">And ends before this; 1 is in the last one.</param>
/// <param name="Fields">Decided ones.</param>
/// <param name="Right">Of these, those where the machine had read what was decided.</param>
/// <param name="MeanProbability">That was shown.</param>
public sealed record ShownProbability(decimal AtLeast, decimal Below, int Fields, int Right, decimal MeanProbability);
