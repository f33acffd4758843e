using System.Globalization;

namespace Breakwater.Testing;

/// <summary>How much a drawn test does, and from which seed: little in every build, more where a variable says so.</summary>
public static class EnvironmentSetting
{
    /// <exception cref="FormatException">The variable is set, and is no whole number.</exception>
    public static int Of(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text
            ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)
            : otherwise;
}
