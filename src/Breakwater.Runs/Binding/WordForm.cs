using System.Text.Json;
using System.Text.RegularExpressions;

namespace Breakwater.Runs;

/// <summary>An enumeration, each value written in lower case with hyphens.</summary>
internal sealed class WordForm<TEnum>() : TextForm<TEnum>(string.Join('|', Words), $"one of {string.Join(", ", Words)}")
    where TEnum : struct, Enum
{
    private static string[] Words => [.. Enum.GetNames<TEnum>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName)];

    protected override bool TryRead(Match match, out TEnum value)
    {
        value = Enum.GetValues<TEnum>()[Array.IndexOf(Words, match.Value)];
        return true;
    }
}
