using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>What the simulation draws for. A number once given is never given again.</summary>
internal static class DrawPurposes
{
    public static DrawPurpose Shape => new(1);

    public static DrawPurpose Entry => new(2);

    public static DrawPurpose Noise => new(3);

    public static DrawPurpose Behaviour => new(4);

    public static DrawPurpose Patience => new(5);

    public static DrawPurpose Newcomer => new(6);

    public static DrawPurpose Loan => new(7);

    public static DrawPurpose Collateral => new(8);

    public static DrawPurpose StrataOfEntries => new(9);

    public static DrawPurpose StrataOfBehaviour => new(10);

    public static DrawPurpose StrataOfShapes => new(11);
}
