using System.Globalization;
using System.Text.Json.Nodes;
using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Runs;

/// <summary>Reads a file in venues/ as a lending protocol's rules.</summary>
internal static class LendingRulesReader
{
    // An auction's price is reckoned step by step.
    private static readonly Rational s_mostSteps = Rational.FromInteger(2_000);

    /// <summary>Whether a file is a lending protocol's and not a venue's.</summary>
    public static bool IsLending(SourceFile file) =>
        YamlTree.Parse(file).Root is JsonObject root && root.ContainsKey("protocol");

    public static LendingRules RulesOf(LendingDocument lending) =>
        new(
            lending.Name,
            lending.Protocol.Value,
            ValueOf(lending.CloseFactor),
            ValueOf(lending.FullCloseBelow),
            ValueOf(lending.SmallPosition),
            ValueOf(lending.ProtocolShare),
            ValueOf(lending.Bonus),
            ValueOf(lending.CollateralFactor),
            ValueOf(lending.Buffer),
            SecondsOf(lending.Tail),
            ValueOf(lending.Cusp),
            ValueOf(lending.Cut),
            SecondsOf(lending.Step),
            ValueOf(lending.Dust)
        );

    /// <summary>The rules, with all that a run of their protocol needs.</summary>
    /// <exception cref="InputException">Something of it is missing or out of range.</exception>
    public static LendingRules ReadForRuns(Document<LendingDocument> document)
    {
        LendingDocument root = document.Root;
        Require(document, root.CollateralFactor, "collateralFactor");
        Need(document, root.Bonus, "bonus");
        if (root.ProtocolShare is { } share && share.Value.Value >= Rational.One)
        {
            throw document.Wrong(share, "must be below 100 %: liquidators get the rest");
        }

        switch (root.Protocol.Value)
        {
            case LendingProtocol.Aave:
                Require(document, root.CloseFactor, "closeFactor");
                Need(document, root.FullCloseBelow, "fullCloseBelow");
                Need(document, root.SmallPosition, "smallPosition");
                break;
            case LendingProtocol.Compound:
                Require(document, root.CloseFactor, "closeFactor");
                break;
            default:
                RequireAuctions(document);
                break;
        }

        return RulesOf(root);
    }

    private static void RequireAuctions(Document<LendingDocument> document)
    {
        LendingDocument root = document.Root;
        Need(document, root.Buffer, "buffer");
        if (!root.Buffer!.Value.Value.IsPositive)
        {
            throw document.Wrong(root.Buffer, "must be above 0 %");
        }

        Need(document, root.Dust, "dust");
        Require(document, root.Cusp, "cusp");
        Require(document, root.Cut, "cut");
        Stated<Duration> step = document.Needed(root, root.Step, "step", NeededInRuns(root));
        Stated<Duration> tail = document.Needed(root, root.Tail, "tail", NeededInRuns(root));
        if (SecondsOf(tail) > SecondsOf(step) * s_mostSteps)
        {
            throw document.Wrong(tail, $"must be at most {s_mostSteps} steps of {step.Value}");
        }
    }

    private static void Require(Document<LendingDocument> document, Stated<Factor>? factor, string key)
    {
        Stated<Factor> stated = document.Needed(document.Root, factor, key, NeededInRuns(document.Root));
        if (!stated.Value.Value.IsPositive || stated.Value.Value > Rational.One)
        {
            throw document.Wrong(stated, "must be above 0 % and at most 100 %");
        }
    }

    private static void Need<T>(Document<LendingDocument> document, Stated<T>? value, string key)
        where T : notnull => document.Needed(document.Root, value, key, NeededInRuns(document.Root));

    private static string NeededInRuns(LendingDocument root) =>
        $"a run of a {root.Protocol.Value.ToString().ToLower(CultureInfo.InvariantCulture)} market needs it";

    private static Rational ValueOf(Stated<Factor>? factor) => factor?.Value.Value ?? Rational.Zero;

    private static Rational ValueOf(Stated<Amount>? amount) =>
        amount is null ? Rational.Zero : Rational.FromDecimal(amount.Value.Number);

    private static Rational SecondsOf(Stated<Duration>? duration) =>
        duration is null ? Rational.Zero : Rational.FromFraction(duration.Value.Nanoseconds, 1_000_000_000);
}
