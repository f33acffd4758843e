using Breakwater.Runs;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.Converters;
using YamlDotNet.Serialization.NamingConventions;

namespace Breakwater.Lab;

/// <summary>Checks the claims of a file against tables of facts.</summary>
/// <param name="Checked">In the order of the file.</param>
public sealed record FactCheck(string Title, IReadOnlyList<CheckedClaim> Checked)
{
    private const string NotMeasured = "none";

    /// <param name="path">A claims file; its tables stand in the folder data/ beside the folder of the file.</param>
    /// <param name="content">Where the venues' rules are.</param>
    /// <exception cref="InputException">Anything that a user could have written better; the message is one line.</exception>
    public static FactCheck Run(string path, ContentFolders content)
    {
        ClaimDocument document = Read(path);
        string folder = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, "..", "data", document.Data);
        var read = new Dictionary<string, FactTable>(StringComparer.Ordinal);
        var measures = new ClaimMeasures(TableOf, content);
        return new FactCheck(
            document.Title,
            [.. document.Claims.Select(claim => Check(claim, document, measures, path))]
        );

        FactTable TableOf(string name)
        {
            if (!read.TryGetValue(name, out FactTable? table))
            {
                table = FactTable.Read(Path.Combine(folder, name + ".csv"));
                read.Add(name, table);
            }

            return table;
        }
    }

    private static ClaimDocument Read(string path)
    {
        if (Directory.Exists(path))
        {
            throw new InputException($"{path}: is a folder, expected a file of claims");
        }

        try
        {
            IDeserializer deserializer = new DeserializerBuilder()
                .WithNamingConvention(HyphenatedNamingConvention.Instance)
                .WithAttributeOverride<Claim>(claim => claim.Text, new YamlMemberAttribute { Alias = "claim" })
                .WithTypeConverter(new DateOnlyConverter(formats: "yyyy-MM-dd"))
                .WithEnforceRequiredMembers()
                .Build();
            using StreamReader text = File.OpenText(path);
            return deserializer.Deserialize<ClaimDocument>(text) ?? throw new InputException($"{path}: is empty");
        }
        catch (YamlException broken)
        {
            string problem = (broken.InnerException ?? broken).Message;
            throw new InputException(FormattableString.Invariant($"{path}:{broken.Start.Line}: {problem}"), broken);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException($"{path}: is not there", missing);
        }
    }

    private static CheckedClaim Check(Claim claim, ClaimDocument document, ClaimMeasures measures, string path)
    {
        if (string.Equals(claim.Measure, NotMeasured, StringComparison.Ordinal))
        {
            return Result(claim, Verdict.CannotBeChecked, null);
        }

        if (!measures.Knows(claim.Measure))
        {
            throw new InputException(
                $"{path}: '{claim.Measure}' is no measure, expected one of none, {string.Join(", ", measures.Names)}"
            );
        }

        MeasuredFact fact = measures.Measure(claim);
        Verdict verdict = ClaimJudge.Judge(claim, fact, document);
        return Result(claim, verdict, fact);
    }

    private static CheckedClaim Result(Claim claim, Verdict verdict, MeasuredFact? fact) =>
        new(
            claim.Document,
            claim.Text,
            claim.Claimed,
            claim.ClaimedTo,
            claim.Unit,
            claim.Relation,
            verdict,
            fact is { Value: var value } && !double.IsNaN(value) ? value : null,
            fact?.UpTo,
            fact?.Finding ?? "",
            verdict == Verdict.CannotBeChecked ? $"missing: {claim.Missing}" : claim.Note,
            fact?.Basis
        );
}
