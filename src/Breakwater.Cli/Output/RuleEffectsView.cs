using Breakwater.Lab.Map;
using Spectre.Console;

namespace Breakwater.Cli;

/// <summary>What rules do to R of all markets together, and what would bring it below 1.</summary>
internal static class RuleEffectsView
{
    private const string Signed = "+0.000;-0.000;0.000";

    public static void Write(IAnsiConsole terminal, InfectionAnswer infection)
    {
        terminal.WriteLine(
            "WHAT A CHANGE OF A RULE DOES TO R (modelled; makers gone, arbitrage within its limits, with funds' sales; 5 / 50 / 95 % of crowds, each against itself; most helpful first)"
        );
        terminal.Write(EffectsOf(infection));
        terminal.WriteLine(Answer(infection.Restoring));
        foreach (NeededSize needed in infection.Restoring.Needed)
        {
            terminal.WriteLine(Sentence(needed));
        }

        terminal.WriteLine($"Not in a map: {string.Join("; ", infection.Unseen)}.");
        terminal.WriteLine();
    }

    internal static string Answer(RestoringAnswer restoring)
    {
        string now =
            $"R is {CliffsView.Text(restoring.Withdrawn, "N2")} where makers have withdrawn ({CliffsView.Text(restoring.Calm, "N2")} in a calm book). ";
        if (restoring.Withdrawn.P50 < 1)
        {
            return now + "It is below 1 as it is.";
        }

        return now
            + (
                restoring.Alone.Count > 0
                    ? $"One change alone that brings it below 1 in the median crowd, the mildest of each rule: {string.Join("; ", restoring.Alone.Select(NameOf))}."
                    : $"None of these brings it below 1 in the median crowd; the best, {NameOf(restoring.Best)}."
            );
    }

    private static string NameOf(RuleEffect effect) =>
        $"{effect.Rule}, {effect.Change}, reaches {CliffsView.Text(effect.Then, "N2")}";

    private static string Sentence(NeededSize needed) =>
        needed.Times switch
        {
            null =>
                $"No {needed.Rule} would: {CliffsView.Number(needed.Most, "0.#")} times what it is leaves R above 1.",
            { } times when times <= 1 =>
                $"For R of 1, {needed.Rule} could be {CliffsView.Number(times, "0.00")} times what it is.",
            { } times =>
                $"For R of 1, {needed.Rule} would have to be {CliffsView.Number(times, "0.00")} times what it is.",
        };

    private static Table EffectsOf(InfectionAnswer infection)
    {
        Table table = RunView.NewTable("rule", "change", "venues");
        foreach (string column in (string[])["change of R", "R then", "per +10 %"])
        {
            table.AddColumn(RunView.Right(column));
        }

        foreach (RuleEffect effect in infection.Rules)
        {
            table.AddRow(
                effect.Rule,
                effect.Change,
                VenuesOf(effect, infection),
                CliffsView.Text(effect.Sold, Signed),
                CliffsView.Text(effect.Then, "N2"),
                effect.PerTenth is { } perTenth ? CliffsView.Number(perTenth, Signed) : ""
            );
        }

        return table;
    }

    private static string VenuesOf(RuleEffect effect, InfectionAnswer infection) =>
        effect.Venues.Count == 0 ? "(market)"
        : effect.Venues.Count == infection.Venues.Count ? "all"
        : string.Join(", ", effect.Venues);
}
