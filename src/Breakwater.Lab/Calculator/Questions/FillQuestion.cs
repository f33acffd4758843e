using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Breakwater.Domain;

namespace Breakwater.Lab;

internal sealed record FillQuestion
{
    public Rational? Price { get; set; }

    [Description("All that the order is for where it is left out.")]
    public Rational? Quantity { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
