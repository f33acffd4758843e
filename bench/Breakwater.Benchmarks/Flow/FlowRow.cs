using System.Globalization;
using Breakwater.Domain;

namespace Breakwater.Benchmarks.Flow;

internal enum FlowCommandKind : byte
{
    Add,
    Market,
    Cancel,
}

/// <summary>One row of an order flow: op,id,side,price_ticks,qty.</summary>
internal readonly record struct FlowRow(int Id, int Price, int Quantity, FlowCommandKind Kind, Side Side)
{
    /// <exception cref="FormatException">A row that is not of this form; says which.</exception>
    public static FlowRow[] ReadAll(string path)
    {
        List<FlowRow> rows = [];
        using StreamReader reader = new(path);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            rows.Add(Parse(line, rows.Count + 2));
        }

        return [.. rows];
    }

    private static FlowRow Parse(string line, int number)
    {
        Span<Range> fields = stackalloc Range[6];
        ReadOnlySpan<char> text = line;
        bool wellFormed = text.Split(fields, ',') == 5;
        if (!wellFormed || !TryKind(text[fields[0]], out FlowCommandKind kind))
        {
            throw new FormatException($"line {number}: '{line}' is not 'A|M|C,id,B|S,price,quantity'");
        }

        Side side = text[fields[2]] is "B" ? Side.Buy : Side.Sell;
        return new FlowRow(Number(text[fields[1]]), Number(text[fields[3]]), Number(text[fields[4]]), kind, side);
    }

    private static bool TryKind(ReadOnlySpan<char> text, out FlowCommandKind kind)
    {
        kind = text switch
        {
            "A" => FlowCommandKind.Add,
            "M" => FlowCommandKind.Market,
            _ => FlowCommandKind.Cancel,
        };
        return text is "A" or "M" or "C";
    }

    private static int Number(ReadOnlySpan<char> text) =>
        int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
