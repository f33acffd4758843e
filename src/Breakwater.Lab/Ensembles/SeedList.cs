using System.Globalization;
using System.Text.RegularExpressions;
using Breakwater.Domain;
using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>The seeds of an ensemble, each once, in ascending order; written as "1..200" or "1,3,7..9".</summary>
public sealed partial class SeedList
{
    private const int Most = 1_000_000;
    private const string Expected = "must be seeds such as \"1..200\" or \"1,3,7..9\"";
    private const string UsualOption = "--seeds";

    private SeedList(IReadOnlyList<Seed> seeds) => Seeds = seeds;

    public IReadOnlyList<Seed> Seeds { get; }

    public int Count => Seeds.Count;

    /// <param name="seeds">Each once, ascending.</param>
    public static SeedList Of(IReadOnlyList<Seed> seeds) => new(seeds);

    /// <param name="option">That the text was given to, for errors.</param>
    /// <exception cref="InputException">The text is no list of seeds, names one twice, or names too many.</exception>
    public static SeedList Parse(string text, string option = UsualOption)
    {
        var seeds = new SortedSet<ulong>();
        foreach (string part in text.Split(','))
        {
            (ulong first, ulong last) = RangeOf(part.Trim(), text, option);
            if (last - first >= (ulong)(Most - seeds.Count))
            {
                throw Wrong(option, text, $"names more than {Most:N0} seeds");
            }

            for (ulong seed = first; ; seed++)
            {
                if (!seeds.Add(seed))
                {
                    throw Wrong(option, text, $"names {seed} twice");
                }

                if (seed == last)
                {
                    break;
                }
            }
        }

        return new SeedList([.. seeds.Select(seed => new Seed(seed))]);
    }

    /// <summary>The shortest text that names the same seeds.</summary>
    public override string ToString()
    {
        var parts = new List<string>();
        for (int first = 0, next; first < Count; first = next)
        {
            next = first + 1;
            while (next < Count && Seeds[next].Value - Seeds[first].Value == (ulong)(next - first))
            {
                next++;
            }

            ulong from = Seeds[first].Value;
            parts.Add(
                next == first + 1
                    ? from.ToString(CultureInfo.InvariantCulture)
                    : FormattableString.Invariant($"{from}..{Seeds[next - 1].Value}")
            );
        }

        return string.Join(',', parts);
    }

    private static (ulong First, ulong Last) RangeOf(string part, string text, string option)
    {
        Match match = Range.Match(part);
        if (
            !match.Success
            || !ulong.TryParse(match.Groups["first"].Value, CultureInfo.InvariantCulture, out ulong first)
            || !ulong.TryParse(
                match.Groups[match.Groups["last"].Success ? "last" : "first"].Value,
                CultureInfo.InvariantCulture,
                out ulong last
            )
        )
        {
            throw Wrong(option, text, Expected);
        }

        return last >= first ? (first, last) : throw Wrong(option, text, $"counts down from {first} to {last}");
    }

    private static InputException Wrong(string option, string text, FormattableString problem) =>
        Wrong(option, text, FormattableString.Invariant(problem));

    private static InputException Wrong(string option, string text, string problem) =>
        new($"{option}: \"{text}\" {problem}");

    [GeneratedRegex("^(?<first>[0-9]{1,20})(?:\\.\\.(?<last>[0-9]{1,20}))?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Range { get; }
}
