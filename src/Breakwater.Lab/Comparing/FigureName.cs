namespace Breakwater.Lab;

/// <summary>Which figure of a run.</summary>
internal readonly record struct FigureName(string Name, string Unit, string Venue, string Coin)
{
    public static FigureName Of(Figure figure) => new(figure.Name, figure.Unit, figure.Venue, figure.Coin);
}
