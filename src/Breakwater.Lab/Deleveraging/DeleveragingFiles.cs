using System.IO.Compression;
using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>Tables of deleveragings as their authors publish them, plain or packed: waves by policy, and accounts.</summary>
/// <remarks>
/// A file is known by its header. Waves: policy_per_wave_metrics.csv of pluriholonomic/autodeleveraging-analysis (MIT).
/// Accounts: adl_by_user_REALTIME.csv of ConejoCapital/HyperMultiAssetedADL.
/// </remarks>
public static class DeleveragingFiles
{
    /// <exception cref="InputException">A file is missing, is neither table, or a line of it is wrong; or no file has waves.</exception>
    public static (IReadOnlyList<DeleveragingWave> Waves, IReadOnlyList<ReplayedAccount> Accounts) Read(
        IReadOnlyList<string> paths
    )
    {
        var waves = new List<DeleveragingWave>();
        var accounts = new List<ReplayedAccount>();
        foreach (string path in paths)
        {
            var table = new HeadedTable(path, Lines(path));
            if (table.Has("budget_needed"))
            {
                waves.AddRange(table.Rows.Select(Wave));
            }
            else if (table.Has("account_value_realtime"))
            {
                accounts.AddRange(table.Rows.Select(Account));
            }
            else
            {
                throw new InputException(
                    $"{path}:1: expected a table of waves (with budget_needed) or of accounts (with account_value_realtime)"
                );
            }
        }

        return waves.Count > 0
            ? (waves, accounts)
            : throw new InputException($"{string.Join(", ", paths)}: no waves; expected a table with budget_needed");
    }

    private static DeleveragingWave Wave(HeadedRow row) =>
        new(
            (int)row.AtLeastZero("wave"),
            row.Time("t_start"),
            row.AtLeastZero("budget_needed"),
            row.AtLeastZero("total_cap"),
            [
                .. PublishedPolicy.All.Select(policy => new PublishedOutcome(
                    row.AtLeastZero("budget_" + policy.Column),
                    row.AtLeastZero("max_pct_" + policy.Column)
                )),
            ]
        );

    private static ReplayedAccount Account(HeadedRow row) =>
        new(row.AtLeastZero("adl_notional"), row.Number("closed_pnl"), row.Number("account_value_realtime"));

    private static string[] Lines(string path)
    {
        if (!File.Exists(path))
        {
            throw new InputException($"{path}: is not there");
        }

        using Stream file = File.OpenRead(path);
        using Stream plain = path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionMode.Decompress)
            : file;
        using var reader = new StreamReader(plain);
        try
        {
            return reader
                .ReadToEnd()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        }
        catch (InvalidDataException broken)
        {
            throw new InputException($"{path}: ends in .gz and is not packed with gzip", broken);
        }
    }
}
