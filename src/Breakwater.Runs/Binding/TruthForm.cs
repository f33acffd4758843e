using System.Text.RegularExpressions;

namespace Breakwater.Runs;

internal sealed class TruthForm() : TextForm<bool>("true|false", "true or false", "boolean")
{
    protected override bool TryRead(Match match, out bool value)
    {
        value = match.Value == "true";
        return true;
    }
}
