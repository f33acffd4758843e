using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>A funding at a known time and rate, paid on the mark.</summary>
/// <param name="Rate">Longs pay it to shorts.</param>
public readonly record struct FundingPayment(Timestamp Time, InstrumentId Instrument, Rate Rate);
