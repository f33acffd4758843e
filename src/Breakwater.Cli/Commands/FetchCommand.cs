using System.CommandLine;
using System.CommandLine.Parsing;
using Breakwater.Data;
using Breakwater.Runs;

namespace Breakwater.Cli;

/// <summary><c>breakwater fetch binance --symbol BTCUSDT --day 2025-10-10</c></summary>
internal static class FetchCommand
{
    private static readonly Option<string> s_symbol = new("--symbol")
    {
        Description = "As the venue writes it.",
        Required = true,
    };

    private static readonly Option<DateOnly?> s_day = IsoTime.Day("--day", "The first day, UTC.");

    private static readonly Option<DateOnly?> s_until = IsoTime.Day(
        "--until",
        "The last day; the first one where it is not given."
    );

    private static readonly Option<string> s_market = new("--market")
    {
        Description = string.Join(", ", BinanceArchive.Markets) + ".",
        DefaultValueFactory = _ => "futures/um",
    };

    private static readonly Option<string[]> s_kinds = new("--kind")
    {
        Description = string.Join(", ", BinanceArchive.Kinds) + ".",
        DefaultValueFactory = _ => ["aggTrades", "klines", "bookDepth", "metrics"],
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string> s_interval = new("--interval")
    {
        Description = "Of klines.",
        DefaultValueFactory = _ => "1m",
    };

    private static readonly Option<string> s_folder = new("--to")
    {
        Description = "The folder for the files.",
        DefaultValueFactory = _ => "downloads",
    };

    private static readonly Option<Uri> s_from = new("--from")
    {
        Description = "Another archive of the same layout.",
        DefaultValueFactory = _ => BinanceArchive.Address,
        CustomParser = AddressOf,
    };

    private static readonly Option<bool> s_json = new("--json") { Description = "As JSON." };

    public static Command Create()
    {
        s_day.Required = true;
        var binance = new Command("binance", "From Binance's public archive, each file held to its checksum.")
        {
            s_symbol,
            s_day,
            s_until,
            s_market,
            s_kinds,
            s_interval,
            s_folder,
            s_from,
            s_json,
        };
        binance.SetBody(s_json, Execute);
        return new Command("fetch", "Download market data.") { binance };
    }

    private static void Execute(ParseResult parsed, CancellationToken cancel)
    {
        using var http = new HttpClient();
        using var line = new StatusLine(Console.Error);
        var client = new ArchiveClient(http, parsed.GetValue(s_from)!) { Progress = new FileProgress(line).Report };
        var files = new List<string>();
        try
        {
            foreach (string path in Paths(parsed))
            {
                files.Add(client.FetchAsync(path, parsed.GetValue(s_folder)!, cancel).GetAwaiter().GetResult());
            }
        }
        catch (FetchException failure)
        {
            throw failure.IsMissing
                ? new InputException(failure.Message, failure)
                : new IOException(failure.Message, failure);
        }

        line.Clear();
        Write(files, parsed.GetValue(s_json));
    }

    private static Uri? AddressOf(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (
            Uri.TryCreate(text, UriKind.Absolute, out Uri? address)
            && address.Scheme.StartsWith("http", StringComparison.Ordinal)
        )
        {
            return address;
        }

        result.AddError($"--from: '{text}' is no address, expected one such as {BinanceArchive.Address}");
        return null;
    }

    private static List<string> Paths(ParseResult parsed)
    {
        string market = Known(parsed.GetValue(s_market)!, "--market", BinanceArchive.Markets);
        DateOnly first = parsed.GetRequiredValue(s_day)!.Value;
        DateOnly last = parsed.GetValue(s_until) ?? first;
        var paths = new List<string>();
        for (DateOnly day = first; day <= last; day = day.AddDays(1))
        {
            foreach (string kind in parsed.GetValue(s_kinds)!)
            {
                string known = Known(kind, "--kind", BinanceArchive.Kinds);
                paths.Add(
                    BinanceArchive.PathOf(market, known, parsed.GetValue(s_symbol)!, day, parsed.GetValue(s_interval)!)
                );
            }
        }

        return paths.Count > 0
            ? paths
            : throw new InputException($"--until {last:yyyy-MM-dd} is before --day {first:yyyy-MM-dd}");
    }

    private static string Known(string word, string option, IReadOnlyList<string> all) =>
        all.Contains(word, StringComparer.Ordinal)
            ? word
            : throw new InputException($"{option} '{word}', expected one of {string.Join(", ", all)}");

    private static void Write(List<string> files, bool json)
    {
        if (json)
        {
            JsonOutput.Write(files);
            return;
        }

        foreach (string file in files)
        {
            Console.Out.WriteLine(file);
        }
    }
}
