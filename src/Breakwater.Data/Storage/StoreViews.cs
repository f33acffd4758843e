namespace Breakwater.Data;

/// <summary>The views of the store, and what each shows.</summary>
public static class StoreViews
{
    /// <summary>Bars of mark or index prices, kept apart from bars of trades.</summary>
    public const string MarkBars = "mark_bars";

    /// <summary>Bars of a day or longer.</summary>
    public const string DailyBars = "daily_bars";

    public static IReadOnlyList<(string View, Schema Schema)> All { get; } =
    [.. Schemas.All.Select(schema => (schema.Name, schema)), (DailyBars, Schemas.Bars), (MarkBars, Schemas.Bars)];

    public static Schema SchemaOf(string view) =>
        All.First(pair => string.Equals(pair.View, view, StringComparison.Ordinal)).Schema;
}
