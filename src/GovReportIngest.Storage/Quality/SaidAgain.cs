namespace GovReportIngest.Storage.Quality;

/// <summary>Fields about which two people said something, by a decision or an answer to a sample.</summary>
/// <param name="One">Name of one of them.</param>
/// <param name="Other">Name of the other, behind it in the order of names.</param>
/// <param name="Fields">About which both said something.</param>
/// <param name="Same">Of these, those about which both said the same.</param>
public sealed record SaidAgain(string One, string Other, int Fields, int Same);
