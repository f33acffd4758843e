using System.Text;

namespace Breakwater.Data;

/// <summary>Brings files into a store: each file whole or not at all.</summary>
public sealed class Importer(IMarketStore store, ImportOptions options)
{
    private readonly SeriesTable _series = new();
    private readonly List<FileSummary> _files = [];
    private readonly List<string> _problems = [];

    /// <summary>Told now and then how much of a file is read: its path, bytes read and bytes in all.</summary>
    public Action<string, long, long>? Progress { get; init; }

    /// <summary>A file that cannot be read is named among the problems, and the others go on.</summary>
    /// <exception cref="BadRowException">The import is strict and a row is bad.</exception>
    public ImportSummary Import(IEnumerable<string> paths)
    {
        foreach (string path in paths)
        {
            ImportOne(path);
        }

        return new ImportSummary(_files, _series.Summaries(), _problems);
    }

    private void ImportOne(string path)
    {
        try
        {
            SourceFile.Visit(path, ImportEntry);
        }
        catch (Exception failure)
            when (failure
                    is InvalidDataException
                        or FormatMismatchException
                        or IOException
                        or UnauthorizedAccessException
            )
        {
            string said = failure is FileNotFoundException or DirectoryNotFoundException
                ? "no such file"
                : failure.Message;
            _problems.Add(said.StartsWith(path, StringComparison.Ordinal) ? said : $"{path}: {said}");
            if (options.IsStrict)
            {
                throw new BadRowException(_problems[^1], failure);
            }
        }
    }

    private void ImportEntry(SourceEntry entry)
    {
        _series.BeginFile();
        try
        {
            Store(entry);
        }
        catch
        {
            _series.ForgetFile();
            throw;
        }
    }

    private void Store(SourceEntry entry)
    {
        SourceSample sample = SourceSample.Take(entry, out Stream whole);
        Format format =
            options.Format
            ?? FormatCatalog.Recognise(sample, entry.Name)
            ?? throw new FormatMismatchException(
                $"{entry.Location}: no known format begins like this; name one, or describe the columns with --mapping"
            );
        IRecordReader records = RecordReaders.Open(whole, format, sample);
        using var held = records as IDisposable;
        var plan = RowPlan.For(format, records.Names);
        RequireNames(entry, format, plan, records.Names);
        var parser = new RowParser(format, plan, FileTime(entry.Name));
        using var rejects = new RejectFile(options.RejectFolder, entry.Location, options.IsStrict);
        using IStoreTransaction transaction = store.Begin();
        var router = new RowRouter(transaction, _series, format, options, entry.Name, KindOf(format, sample));
        long count = ReadAll(entry, records, parser, router, rejects);
        CommitSummary commit = router.Commit();
        rejects.Keep();
        _files.Add(
            new FileSummary(
                entry.Location,
                format.Name,
                count,
                commit.Appended,
                commit.Added,
                rejects.Count,
                rejects.Path,
                rejects.First
            )
        );
    }

    private long ReadAll(
        SourceEntry entry,
        IRecordReader records,
        RowParser parser,
        RowRouter router,
        RejectFile rejects
    )
    {
        const int RecordsBetweenReports = 1 << 16;
        long count = 0;
        for (RecordStatus status = records.Read(); status != RecordStatus.End; status = records.Read())
        {
            if (status == RecordStatus.Bad)
            {
                rejects.Add(records.Line, records.Problem, records.Raw);
            }
            else
            {
                ReadOne(records, parser, router, rejects);
            }

            if (++count % RecordsBetweenReports == 0)
            {
                (long done, long total) = records is ParquetReader rows
                    ? (rows.Line, rows.Count)
                    : (entry.Origin.Position, entry.Origin.Length);
                Progress?.Invoke(entry.Location, done, total);
            }
        }

        return count;
    }

    private static void ReadOne(IRecordReader records, RowParser parser, RowRouter router, RejectFile rejects)
    {
        foreach (Binding[] bindings in parser.Plan.Rows)
        {
            if (!parser.Parse(records, bindings))
            {
                rejects.Add(records.Line, parser.Problem, records.Raw);
            }
            else if (!router.Accept(records, parser))
            {
                rejects.Add(records.Line, router.Problem, records.Raw);
            }
        }
    }

    /// <exception cref="FormatMismatchException">Nothing says whose rows these are.</exception>
    private void RequireNames(SourceEntry entry, Format format, RowPlan plan, IReadOnlyList<string> fields)
    {
        string inName = FileName.Instrument(entry.Name);
        RequireName(options.Venue + format.Venue, plan.VenueField, format.VenueField, "venue");
        RequireName(
            options.Instrument + format.Instrument + inName,
            plan.InstrumentField,
            format.InstrumentField,
            "instrument"
        );

        void RequireName(string known, int field, string wanted, string what)
        {
            if (known.Length == 0 && field < 0)
            {
                string says = wanted.Length > 0 ? $"no field {wanted} among {string.Join(", ", fields)}" : "nothing";
                throw new FormatMismatchException($"{entry.Location}: {says} that says the {what}: give --{what}");
            }
        }
    }

    private long? FileTime(string name)
    {
        DateTime? time = options.At ?? FileName.Day(name)?.ToDateTime(TimeOnly.MinValue);
        long microseconds = ((time ?? default).Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
        return TimeText.IsPlausible(microseconds) ? microseconds : null;
    }

    private static string KindOf(Format format, SourceSample sample) =>
        format.Schema == Schemas.Bars ? BarKind.Of(format, sample) : format.Schema.Name;
}
