namespace Breakwater.Architecture.Tests;

public sealed class ArrowTests
{
    // A room may refer to those on the right of its arrow and to nothing else.
    private const string Arrows = """
        Domain     ->
        Matching   -> Domain
        Exchange   -> Matching
        Simulation -> Exchange
        Runs       -> Simulation
        Data       -> Domain
        Indicators -> Domain
        Lab        -> Runs Data Indicators
        Server     -> Lab
        Cli        -> Server
        """;

    private static readonly Dictionary<string, string[]> Allowed = Arrows
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split("->"))
        .ToDictionary(
            arrow => arrow[0].Trim(),
            arrow => arrow[1].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        );

    [Fact]
    public void Every_room_refers_only_along_the_arrows()
    {
        var astray =
            from project in Checkout.SourceProjects
            from target in project.Projects
            where !Allowed.GetValueOrDefault(project.Name, []).Contains(target)
            select $"{project.Name} -> {target}";

        Assert.Empty(astray);
    }

    [Fact]
    public void Every_room_stands_in_the_table_and_the_table_names_no_other()
    {
        Assert.Equal(Allowed.Keys.Order(), Checkout.SourceProjects.Select(project => project.Name));
    }

    [Fact]
    public void Every_room_has_tests()
    {
        var tested = Checkout.Files("tests", "*.Tests.csproj").Select(ProjectFile.Load).Select(project => project.Name);

        Assert.Empty(Checkout.SourceProjects.Select(project => project.Name + ".Tests").Except(tested));
    }
}
