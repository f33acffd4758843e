using Breakwater.Lab;
using Breakwater.Runs;

namespace Breakwater.Cli;

/// <summary>A fact-check as text that can be cited: each verdict with its figure, basis, coverage and source.</summary>
internal static class FactCheckView
{
    private static readonly (Verdict Verdict, string Word, string Meaning)[] s_words =
    [
        (Verdict.Holds, "holds", "the facts give what was claimed, within the file's tolerance"),
        (
            Verdict.HoldsLoosely,
            "holds loosely",
            "nearly, by one reading of the words, or by others' reports that are not verified here"
        ),
        (Verdict.DoesNotHold, "does not hold", "the facts give something else, which stands with it"),
        (Verdict.CannotBeChecked, "cannot be checked", "a fact is missing, which is named"),
    ];

    private static readonly (string Kind, string Meaning)[] s_bases =
    [
        (FactBasis.Measured, "reckoned here from published prices, flows or readings"),
        (FactBasis.Estimated, "measured, times a factor that stands with the claim"),
        (FactBasis.Reported, "as others published it; their universe cannot be verified"),
        (FactBasis.Computed, "from venues' published rules, by Breakwater's margin engine"),
    ];

    public static void Write(TextWriter output, FactCheck check)
    {
        output.WriteLine($"FACT-CHECK: {check.Title}, {check.Checked.Count} claims, by breakwater {Engine.Current}");
        foreach ((Verdict verdict, string word, string meaning) in s_words)
        {
            output.WriteLine($"  {check.Checked.Count(claim => claim.Verdict == verdict), 2} {word}: {meaning}");
        }

        foreach (IGrouping<string, CheckedClaim> document in check.Checked.GroupBy(claim => claim.Document))
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
        output.WriteLine();
        output.WriteLine($"  {WordOf(claim.Verdict).ToUpperInvariant()}: {claim.Claim}");
        output.WriteLine($"    claimed  {FigureText.Claimed(claim)}");
        if (claim.Measured is { } value)
        {
            output.WriteLine(
                $"    found    {FigureText.Found(value, claim.MeasuredTo, claim.Unit)}, {claim.Basis!.Kind}: {claim.Finding}"
            );
        }

        if (claim.Because.Length > 0)
        {
            output.WriteLine($"    {(claim.Verdict == Verdict.CannotBeChecked ? "" : "note     ")}{claim.Because}");
        }

        if (claim.Basis is { Name.Length: > 0 } basis)
        {
            output.WriteLine($"    data     {basis.Name}: {basis.Coverage}");
        }
    }

    private static void WriteSources(TextWriter output, FactCheck check)
    {
        output.WriteLine();
        output.WriteLine("DATA AND SOURCES");
        foreach (FactBasis basis in Bases(check))
        {
            output.WriteLine($"  {basis.Name} ({basis.Kind}): {basis.Source}");
        }

        output.WriteLine();
        foreach ((string kind, string meaning) in s_bases)
        {
            output.WriteLine($"  {kind}: {meaning}");
        }

        output.WriteLine();
        output.WriteLine(
            "Times are UTC. How each word was read, and every tolerance, stands in the file of claims; no advice."
        );
    }

    private static IEnumerable<FactBasis> Bases(FactCheck check) =>
        check
            .Checked.Select(claim => claim.Basis)
            .OfType<FactBasis>()
            .Where(basis => basis.Source.Length > 0)
            .DistinctBy(basis => basis.Name)
            .OrderBy(basis => basis.Name, StringComparer.Ordinal);

    private static string WordOf(Verdict verdict) => s_words.First(word => word.Verdict == verdict).Word;
}
