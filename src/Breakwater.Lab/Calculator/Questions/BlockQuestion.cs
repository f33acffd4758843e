using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Breakwater.Domain;

namespace Breakwater.Lab;

internal sealed record BlockQuestion
{
    [Description("Notional of this account that the block has liquidated.")]
    public Rational? Notional { get; set; }

    [Description("What the fund has lost to this account in the block.")]
    public Rational? FundLoss { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
