using System.Globalization;

namespace Breakwater.Lab;

/// <summary>Everybody who was deleveraged in any seed, as CSV.</summary>
public static class DeleveragingTable
{
    public const string Name = "deleveraged_accounts.csv";
    private const string Header = "venue,account,name,stands_for,seeds,probability,expected_notional";

    internal static void Write(string folder, IReadOnlyList<ExpectedDeleveraging> accounts)
    {
        using var table = new StreamWriter(Path.Combine(folder, Name)) { NewLine = "\n" };
        table.WriteLine(Header);
        foreach (ExpectedDeleveraging row in accounts)
        {
            string name = row.Name.Contains(',', StringComparison.Ordinal) ? $"\"{row.Name}\"" : row.Name;
            table.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{row.Venue},{row.Account},{name},{row.StandsFor},{row.Probability.Count},{row.Probability.Share:R},{row.Notional:F2}"
                )
            );
        }
    }
}
