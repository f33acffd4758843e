using Breakwater.Lab;
using Spectre.Console;

namespace Breakwater.Cli;

/// <summary>What became of each account that has a name; nothing where all were drawn.</summary>
internal static class AccountsView
{
    private const int MostShown = 20;

    public static void Write(IAnsiConsole terminal, string folder)
    {
        string path = Path.Combine(folder, RunTables.AccountsName + ".csv");
        if (!File.Exists(path))
        {
            return;
        }

        string[][] rows = [.. File.ReadLines(path).Select(line => line.Split(','))];
        terminal.WriteLine("ACCOUNTS BY NAME (modelled)");
        Table table = RunView.NewTable("venue", "account", "liquidated at", "by", "mark");
        table.AddColumn(RunView.Right("wallet after")).AddColumn(RunView.Right("open after"));
        foreach (string[] row in rows.Skip(1).Take(MostShown))
        {
            string[] shown = [row[0], row[1], row[2] == "" ? "not" : row[2], .. row[3..]];
            table.AddRow([.. shown.Select(cell => new Text(cell))]);
        }

        terminal.Write(table);
        terminal.WriteLine(
            $"all {rows.Length - 1} in {path}; a wallet does not count margin set aside for open positions"
        );
        terminal.WriteLine();
    }
}
