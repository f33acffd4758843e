using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Breakwater.Domain;

namespace Breakwater.Lab;

internal sealed record PositionQuestion
{
    [Description("As the venue writes it, or a coin that it lists.")]
    public string? Symbol { get; init; }

    [Description("\"long\" or \"short\"; left out where the quantity has a sign.")]
    public string? Side { get; init; }

    [Description("In the venue's unit of order: coins or contracts.")]
    public Rational? Quantity { get; init; }

    public Rational? EntryPrice { get; init; }

    [Description("The entry price where it is left out.")]
    public Rational? MarkPrice { get; init; }

    [Description("As the trader set it; the highest that the venue allows where it is left out.")]
    public Rational? Leverage { get; init; }

    [Description("Margin set aside for the position; value at entry over leverage where it is left out.")]
    public Rational? IsolatedMargin { get; init; }

    [Description("Added to the isolated margin later.")]
    public Rational? ExtraMargin { get; init; }

    [Description("In place of the venue's tables.")]
    public Rational? MaintenanceRate { get; init; }

    [Description("In place of the venue's tables.")]
    public Rational? MaintenanceDeduction { get; init; }

    [Description("In place of the venue's tables.")]
    public Rational? MaxLeverage { get; init; }

    [Description("In place of the venue's base tier.")]
    public Rational? TakerFee { get; init; }

    [Description("What a quantity of 1 is worth, in place of the venue's contract.")]
    public Rational? ContractSize { get; init; }

    [Description("Asks for prices rounded to it beside the exact ones.")]
    public Rational? TickSize { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; init; }
}
