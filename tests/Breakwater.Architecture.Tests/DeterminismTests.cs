using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Breakwater.Architecture.Tests;

/// <summary>Keeps what makes a run the same bits everywhere out of reach of a careless edit.</summary>
public sealed class DeterminismTests
{
    // The analyser sees calls by name; a foreach names no method, and LINQ takes the collection as a sequence.
    // Both leave one of these types in the assembly.
    private static readonly string[] TracesOfUnorderedEnumeration =
    [
        "System.Collections.Generic.Dictionary`2+Enumerator",
        "System.Collections.Generic.Dictionary`2+KeyCollection",
        "System.Collections.Generic.Dictionary`2+ValueCollection",
        "System.Collections.Generic.HashSet`1+Enumerator",
        "System.Collections.Generic.KeyValuePair`2",
    ];

    public static TheoryData<string> DeterministicRooms =>
        ["Domain", "Matching", "Exchange", "Simulation", "Indicators"];

    [Theory]
    [MemberData(nameof(DeterministicRooms))]
    public void Room_is_checked_for_banned_symbols(string room)
    {
        Assert.Contains("Deterministic.props", Room(room).Imports);
    }

    [Theory]
    [MemberData(nameof(DeterministicRooms))]
    public void Room_takes_nothing_from_packages(string room)
    {
        Assert.Empty(Room(room).Packages);
    }

    [Theory]
    [MemberData(nameof(DeterministicRooms))]
    public void Room_silences_no_banned_symbol(string room)
    {
        var silenced = Checkout
            .Files(Path.GetRelativePath(Checkout.Root, Room(room).Folder), "*.*")
            .Where(path => File.ReadAllText(path).Contains("RS0030", StringComparison.Ordinal))
            .Select(Checkout.RelativePath);

        Assert.Empty(silenced);
    }

    [Theory]
    [MemberData(nameof(DeterministicRooms))]
    public void Room_enumerates_no_unordered_collection(string room)
    {
        var assembly = Path.Combine(AppContext.BaseDirectory, $"Breakwater.{room}.dll");

        Assert.Empty(TypesNamedBy(assembly).Intersect(TracesOfUnorderedEnumeration));
    }

    [Fact]
    public void The_trace_of_an_unordered_enumeration_is_found_where_there_is_one()
    {
        foreach (var (key, value) in new Dictionary<int, int> { [1] = 1 })
        {
            Assert.Equal(key, value);
        }

        var here = typeof(DeterminismTests).Assembly.Location;
        Assert.Contains("System.Collections.Generic.Dictionary`2+Enumerator", TypesNamedBy(here));
    }

    private static ProjectFile Room(string name) => Checkout.SourceProjects.Single(project => project.Name == name);

    private static List<string> TypesNamedBy(string assembly)
    {
        using var file = File.OpenRead(assembly);
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        return [.. metadata.TypeReferences.Select(handle => FullName(metadata, metadata.GetTypeReference(handle)))];
    }

    private static string FullName(MetadataReader metadata, TypeReference type)
    {
        string name = metadata.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? FullName(metadata, metadata.GetTypeReference((TypeReferenceHandle)type.ResolutionScope)) + "+" + name
            : metadata.GetString(type.Namespace) + "." + name;
    }
}
