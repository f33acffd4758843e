using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>What a venue lists and how it margins it.</summary>
public sealed record InstrumentRules(Instrument Instrument, MarginSchedule Margin);
