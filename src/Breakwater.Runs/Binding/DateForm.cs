using System.Globalization;
using System.Text.RegularExpressions;

namespace Breakwater.Runs;

internal sealed class DateForm() : TextForm<DateOnly>("[0-9]{4}-[0-9]{2}-[0-9]{2}", "a date such as \"2025-10-10\"")
{
    protected override bool TryRead(Match match, out DateOnly value) =>
        DateOnly.TryParseExact(match.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
}
