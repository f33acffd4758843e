using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>When, by which instrument and at which mark an account's first liquidation began.</summary>
public readonly record struct LiquidationMoment(Timestamp Time, InstrumentId Instrument, Price Mark);
