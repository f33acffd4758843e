namespace Breakwater.Lab.Map;

/// <summary>Where a move ends that a sale makes at one venue.</summary>
/// <param name="Shared">Share of it that arbitrage has carried to all venues, and with them to the index of spot prices.</param>
/// <param name="Own">Share of it that the venue's own mark shows beside; the two are 1 at most.</param>
internal readonly record struct Passage(double Shared, double Own)
{
    public static Passage Whole { get; } = new(1, 0);

    public static Passage Cut { get; } = new(0, 1);
}
