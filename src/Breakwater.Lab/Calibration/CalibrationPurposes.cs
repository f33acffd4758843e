using Breakwater.Domain;

namespace Breakwater.Lab;

/// <summary>What a search draws for.</summary>
internal static class CalibrationPurposes
{
    public static DrawPurpose Hypercube { get; } = new(900);

    public static DrawPurpose Cloud { get; } = new(901);
}
