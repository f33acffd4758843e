using System.Text.RegularExpressions;

namespace Breakwater.Cli;

/// <summary>What the reader of the command line says of a value, in words instead of names of types.</summary>
internal static partial class ParseComplaint
{
    public static string Plain(string message) =>
        TypeName().Replace(message, match => $", expected {Expected(match.Groups["type"].Value)}");

    private static string Expected(string type) =>
        type switch
        {
            "UInt64" or "UInt32" => "a whole number from 0",
            "Int64" or "Int32" => "a whole number",
            "Double" or "Decimal" => "a number",
            "Boolean" => "true or false",
            _ => "another kind of value",
        };

    [GeneratedRegex(
        @" as expected type '(System\.Nullable`1\[)?System\.(?<type>\w+)\]?'",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex TypeName();
}
