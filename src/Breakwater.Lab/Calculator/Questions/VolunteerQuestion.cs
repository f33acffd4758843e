using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Breakwater.Domain;

namespace Breakwater.Lab;

internal sealed record VolunteerQuestion
{
    public string? Account { get; set; }

    [Description("Largest quantity of one assignment.")]
    public Rational? MaxAssignment { get; set; }

    [Description("Held already; negative for a short, 0 where it is left out.")]
    public Rational? Position { get; set; }

    [Description("Largest position after the assignment, long or short.")]
    public Rational? MaxPosition { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
