using System.Text.RegularExpressions;

namespace Breakwater.Runs;

internal sealed class LineForm() : TextForm<string>(@".*\S.*", "a line of text")
{
    protected override bool TryRead(Match match, out string value)
    {
        value = match.Value.Trim();
        return true;
    }
}
