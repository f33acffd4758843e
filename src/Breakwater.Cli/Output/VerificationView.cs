using System.Globalization;
using Breakwater.Lab;

namespace Breakwater.Cli;

/// <summary>Published numbers and ours, theory by theory, as a table of fixed columns that can be pasted.</summary>
internal static class VerificationView
{
    public static void Write(TextWriter output, IReadOnlyList<VerifiedTheory> verified)
    {
        foreach (VerifiedTheory theory in verified)
        {
            Write(output, theory);
            output.WriteLine();
        }

        int passed = verified.Count(theory => theory.Pass == true);
        int skipped = verified.Count(theory => theory.Pass is null);
        int figures = verified.Sum(theory => theory.Figures.Count);
        int failed = verified.Sum(theory => theory.Figures.Count(figure => !figure.Pass));
        output.WriteLine(
            $"{passed} of {verified.Count} theories pass, {skipped} skipped; {figures - failed} of {figures} figures pass"
        );
    }

    private static void Write(TextWriter output, VerifiedTheory theory)
    {
        Paper paper = theory.Paper;
        output.WriteLine($"{theory.Name}: {theory.Claim}");
        output.WriteLine($"  {paper.Authors} ({paper.Year}), {paper.Title}, {paper.Published}");
        if (theory.Skipped is not null)
        {
            output.WriteLine($"  skipped: {theory.Skipped}");
            return;
        }

        int quantity = Width(theory, "figure", figure => figure.Quantity);
        int where = Width(theory, "where", figure => figure.Where);
        output.WriteLine(
            $"  {"figure".PadRight(quantity)}  {"where".PadRight(where)}  {"paper", 12}  {"ours", 12}  {"tolerance", 12}  pass"
        );
        foreach (VerifiedFigure figure in theory.Figures)
        {
            output.WriteLine(
                $"  {figure.Quantity.PadRight(quantity)}  {figure.Where.PadRight(where)}"
                    + $"  {Bound(figure), 12}  {Number(figure.Ours), 12}  {Number(figure.Tolerance), 12}  {(figure.Pass ? "true" : "false")}"
            );
            if (!figure.Pass)
            {
                output.WriteLine($"    {figure.Limit ?? "not explained: a defect"}");
            }
        }
    }

    private static int Width(VerifiedTheory theory, string title, Func<VerifiedFigure, string> text) =>
        theory.Figures.Select(figure => text(figure).Length).Append(title.Length).Max();

    private static string Bound(VerifiedFigure figure) =>
        figure.Relation switch
        {
            FigureRelation.AtLeast => ">= " + Number(figure.Published),
            FigureRelation.AtMost => "<= " + Number(figure.Published),
            _ => Number(figure.Published),
        };

    private static string Number(double value) =>
        Math.Abs(value) switch
        {
            0 => "0",
            >= 1000 => value.ToString("#,##0.##", CultureInfo.InvariantCulture),
            < 0.0001 => value.ToString("0.0e0", CultureInfo.InvariantCulture),
            _ => value.ToString("0.####", CultureInfo.InvariantCulture),
        };
}
