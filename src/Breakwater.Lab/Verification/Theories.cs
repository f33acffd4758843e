namespace Breakwater.Lab;

/// <summary>Every theory that the engine is held to. Adding one is a file and a line.</summary>
public static class Theories
{
    public static IReadOnlyList<ITheory> All { get; } =
    [
        new ContStoikovTalreja(),
        new AlmgrenChriss(),
        new LeverageCycle(),
        new SantaFe(),
        new SquareRootImpact(),
        new FatTails(),
        new AutoDeleveraging(),
    ];
}
