using System.CommandLine;
using Breakwater.Data;

namespace Breakwater.Cli;

/// <summary>`breakwater import [FORMAT] PATH...`</summary>
internal static class ImportCommand
{
    private static readonly Argument<string[]> s_paths = new("PATH")
    {
        Description =
            "Files or folders, plain, gzip or zip. A format's name before them says what they are; else their content does.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string> s_venue = new("--venue")
    {
        Description = "Overrides what the files say.",
        DefaultValueFactory = _ => "",
    };

    private static readonly Option<string> s_instrument = new("--instrument")
    {
        Description = "Overrides what the files say.",
        DefaultValueFactory = _ => "",
    };

    private static readonly Option<string?> s_mapping = new("--mapping")
    {
        Description = "YAML that names the columns of any CSV or Parquet file.",
    };

    private static readonly Option<DateTime?> s_at = IsoTime.Instant(
        "--at",
        "The time (UTC) of a snapshot whose rows have none."
    );

    private static readonly Option<bool> s_strict = new("--strict")
    {
        Description = "Stop at the first bad row, and store nothing of its file.",
    };

    private static readonly Option<string> s_store = StoreOption.Create();

    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var command = new Command("import", "Bring market data into the store, and say what is odd about it.")
        {
            s_paths,
            s_venue,
            s_instrument,
            s_mapping,
            s_at,
            s_strict,
            s_store,
            json,
        };
        command.SetAction(parsed => DataCommandBody.Run(parsed.GetValue(json), () => Run(parsed, json)));
        return command;
    }

    private static int Run(ParseResult parsed, Option<bool> json)
    {
        StorePlace place = StoreOption.PlaceOf(parsed, s_store);
        string[] given = parsed.GetValue(s_paths)!;
        ImportOptions options = Options(parsed, given[0], place.RejectFolder);
        bool namesFormat = options.Format is not null && parsed.GetValue(s_mapping) is null;
        IReadOnlyList<string> files = Files(namesFormat ? given[1..] : given);
        using IMarketStore store = place.Open();
        using var line = new StatusLine(Console.Error);
        ImportSummary summary = new Importer(store, options) { Progress = new FileProgress(line).Report }.Import(files);
        line.Clear();
        ImportView.Write(summary, parsed.GetValue(json));
        return summary.Problems.Count > 0 ? ExitCode.WrongInput : ExitCode.Done;
    }

    private static ImportOptions Options(ParseResult parsed, string first, string rejects) =>
        new()
        {
            Format = parsed.GetValue(s_mapping) is { } mapping ? MappingFile.Read(mapping) : NamedFormat(first),
            Venue = parsed.GetValue(s_venue)!,
            Instrument = parsed.GetValue(s_instrument)!,
            At = parsed.GetValue(s_at),
            IsStrict = parsed.GetValue(s_strict),
            RejectFolder = rejects,
        };

    private static Format? NamedFormat(string word)
    {
        Format? format = FormatCatalog.Find(word);
        bool isPath = File.Exists(word) || Directory.Exists(word);
        if (format is null && !isPath)
        {
            if (Path.HasExtension(word) || Path.GetFileName(word) != word)
            {
                throw new FormatMismatchException($"{word}: no such file or folder");
            }

            string known = string.Join(", ", FormatCatalog.All.Select(format => format.Name));
            throw new FormatMismatchException($"{word} is neither a file nor a format; formats are {known}");
        }

        return isPath ? null : format;
    }

    private static List<string> Files(IReadOnlyList<string> paths)
    {
        var files = new List<string>();
        foreach (string path in paths)
        {
            if (Directory.Exists(path))
            {
                files.AddRange(
                    Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                );
            }
            else
            {
                files.Add(path);
            }
        }

        return files.Count > 0 ? files : throw new FormatMismatchException("no files to import");
    }
}
