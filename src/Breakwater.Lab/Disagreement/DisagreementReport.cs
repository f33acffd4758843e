using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>How far depth curves and order books disagree about one scenario. Everything in it is modelled.</summary>
public sealed record DisagreementReport(
    string Scenario,
    string Seeds,
    Engine Engine,
    IReadOnlyList<DisagreementRow> Rows
);
