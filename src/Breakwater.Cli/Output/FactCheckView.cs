using System.Globalization;
using Breakwater.Lab;

namespace Breakwater.Cli;

/// <summary>A fact-check as text that can be cited.</summary>
internal static class FactCheckView
{
    private static readonly (Verdict Verdict, string Word)[] s_words =
    [
        (Verdict.Holds, "holds"),
        (Verdict.HoldsLoosely, "holds loosely"),
        (Verdict.DoesNotHold, "does not hold"),
        (Verdict.CannotBeChecked, "cannot be checked"),
    ];

    public static void Write(TextWriter output, FactCheck check)
    {
        output.WriteLine($"{check.Title}: {check.Checked.Count} claims");
        output.WriteLine(
            string.Join(
                ", ",
                s_words.Select(word => $"{check.Checked.Count(claim => claim.Verdict == word.Verdict)} {word.Word}")
            )
        );
        foreach (
            IGrouping<string, CheckedClaim> document in check.Checked.GroupBy(
                claim => claim.Document,
                StringComparer.Ordinal
            )
        )
        {
            output.WriteLine();
            output.WriteLine(document.Key.ToUpperInvariant());
            foreach (CheckedClaim claim in document)
            {
                Write(output, claim);
            }
        }

        WriteSources(output, check);
    }

    private static void Write(TextWriter output, CheckedClaim claim)
    {
        output.WriteLine($"  {WordOf(claim.Verdict).ToUpperInvariant()}: {claim.Claim}");
        string range = claim.ClaimedTo is { } to ? $" to {Number(to)}" : "";
        string measured = claim.Measured is { } value ? $"; measured {Number(value)} ({claim.Finding})" : "";
        output.WriteLine($"    claimed {Number(claim.Claimed)}{range} {claim.Unit}{measured}");
        foreach (
            string line in new[] { claim.Because, claim.Coverage.Length > 0 ? $"data: {claim.Coverage}" : "" }.Where(
                line => line.Length > 0
            )
        )
        {
            output.WriteLine($"    {line}");
        }
    }

    private static void WriteSources(TextWriter output, FactCheck check)
    {
        output.WriteLine();
        output.WriteLine("DATA");
        IEnumerable<(string Table, string Source)> tables = check
            .Checked.Where(claim => claim.Source.Length > 0)
            .Select(claim => (claim.Coverage.Split(',')[0], claim.Source))
            .Distinct()
            .Order();
        foreach ((string table, string source) in tables)
        {
            output.WriteLine($"  {table}: {source}");
        }
    }

    private static string WordOf(Verdict verdict) => s_words.First(word => word.Verdict == verdict).Word;

    private static string Number(double value) =>
        value.ToString(Math.Abs(value) >= 1e5 ? "0.###e0" : "0.####", CultureInfo.InvariantCulture);
}
