using System.Text.RegularExpressions;

namespace Breakwater.Runs.Tests;

/// <summary>What the reader takes for a parameter, with the ends that show it.</summary>
/// <param name="Text">As a page says it.</param>
/// <param name="Taken">Values at the ends.</param>
/// <param name="Refused">Values just beyond them.</param>
internal sealed partial record ParameterRange(string Text, string[] Taken, string[] Refused)
{
    public static ParameterRange Share { get; } = new("0 % to 100 %", ["0 %", "100 %"], ["100.1 %", "-1 %"]);

    public static ParameterRange ShareBelowAll { get; } = new("0 % to below 100 %", ["0 %", "99.9 %"], ["100 %"]);

    public static ParameterRange ShareInside { get; } =
        new("above 0 % to below 100 %", ["0.1 %", "99.9 %"], ["0 %", "100 %"]);

    public static ParameterRange ShareAboveNone { get; } =
        new("above 0 % to 100 %", ["0.1 %", "100 %"], ["0 %", "100.1 %"]);

    public static ParameterRange Number { get; } = new("above 0", ["0.001", "1000"], ["0", "-1"]);

    public static ParameterRange FromOne { get; } = new("from 1", ["1", "1000"], ["0.99"]);

    public static ParameterRange Count { get; } = new("whole, from 1", ["1", "9"], ["0", "1.5"]);

    public static ParameterRange Span { get; } = new("1 ms to 365 d", ["1 ms", "365 d"], ["0 ms", "366 d"]);

    public static ParameterRange Leverage { get; } = new("from 1x", ["1x"], ["0.99x", "2"]);

    public static ParameterRange Dollars { get; } = new("above 0 USD", ["1 USD"], ["0 USD", "1 EUR"]);

    public static ParameterRange Switch { get; } = new("true, false", ["true", "false"], ["on"]);

    public static ParameterRange CountUpTo(int most) =>
        new(
            FormattableString.Invariant($"whole, 1 to {most}"),
            ["1", FormattableString.Invariant($"{most}")],
            ["0", FormattableString.Invariant($"{most + 1}")]
        );

    /// <summary>Not probed: what fits hangs on other values.</summary>
    public static ParameterRange Said(string text) => new(text, [], []);

    /// <summary>As most parameters of that form have it.</summary>
    /// <param name="value">As the file writes it.</param>
    public static ParameterRange OfForm(string value) =>
        value is "true" or "false" ? Switch
        : value.EndsWith('%') ? Share
        : value.EndsWith('x') ? Leverage
        : value.EndsWith(" USD", StringComparison.Ordinal) ? Dollars
        : Spans().IsMatch(value) ? Span
        : Number;

    [GeneratedRegex("^[0-9.]+ (?:ms|s|min|h|d)$", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Spans();
}
