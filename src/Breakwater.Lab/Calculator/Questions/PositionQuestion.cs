using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Breakwater.Domain;

namespace Breakwater.Lab;

internal sealed record PositionQuestion
{
    [Description("As the venue writes it, or a coin that it lists.")]
    public string? Symbol { get; set; }

    [Description("\"long\" or \"short\"; left out where the quantity has a sign.")]
    public string? Side { get; set; }

    [Description("In the venue's unit of order: coins or contracts.")]
    public Rational? Quantity { get; set; }

    public Rational? EntryPrice { get; set; }

    [Description("The entry price where it is left out.")]
    public Rational? MarkPrice { get; set; }

    [Description("As the trader set it; the highest that the venue allows where it is left out.")]
    public Rational? Leverage { get; set; }

    [Description("Margin set aside for the position; value at entry over leverage where it is left out.")]
    public Rational? IsolatedMargin { get; set; }

    [Description("Added to the isolated margin later.")]
    public Rational? ExtraMargin { get; set; }

    [Description("In place of the venue's tables.")]
    public Rational? MaintenanceRate { get; set; }

    [Description("In place of the venue's tables.")]
    public Rational? MaintenanceDeduction { get; set; }

    [Description("In place of the venue's tables.")]
    public Rational? MaxLeverage { get; set; }

    [Description("In place of the venue's base tier.")]
    public Rational? TakerFee { get; set; }

    [Description("What a quantity of 1 is worth, in place of the venue's contract.")]
    public Rational? ContractSize { get; set; }

    [Description("Asks for prices rounded to it beside the exact ones.")]
    public Rational? TickSize { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
