namespace Breakwater.Runs.Tests;

public sealed class ContentFoldersTests : IDisposable
{
    private readonly InputFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("smal", "there is no scenario \"smal\", did you mean \"small\"?")]
    [InlineData("Small1", "there is no scenario \"Small1\", did you mean \"small\"?")]
    [InlineData("october", "there is no scenario \"october\", known: small")]
    [InlineData("small.yaml", "small.yaml: no such file")]
    [InlineData("nowhere/small", "nowhere/small: no such file")]
    public void An_unknown_scenario_is_answered_with_the_nearest(string scenario, string message)
    {
        Assert.Equal(message, _folder.Refusal(() => ScenarioReader.Read(_folder.Content, scenario)));
    }

    [Fact]
    public void A_scenario_given_as_a_path_finds_the_files_around_it()
    {
        Scenario scenario = ScenarioReader.Read(new ContentFolders(), _folder.PathOf("scenarios/small.yaml"));

        Assert.Equal("small", scenario.Name);
        Assert.Equal("data/btc-1m.csv", scenario.Files[1].File);
    }

    [Fact]
    public void An_earlier_folder_hides_the_same_file_of_a_later_one()
    {
        using var other = new InputFolder();
        other.Replace("scenarios/small.yaml", "A small day", "Another day");

        Assert.Equal(
            "Another day",
            ScenarioReader.Read(new ContentFolders(other.PathOf(""), _folder.PathOf("")), "small").Title
        );
    }

    [Fact]
    public void What_an_earlier_folder_lacks_comes_from_a_later_one()
    {
        using var other = new InputFolder();
        File.Delete(other.PathOf("venues/tiered.yaml"));

        Assert.Equal(
            "Tiered",
            ScenarioReader
                .Read(new ContentFolders(other.PathOf(""), _folder.PathOf("")), "small")
                .World.Venues[0]
                .Rules.Name
        );
    }

    [Fact]
    public void Scenarios_are_listed_by_name_a_broken_one_with_what_is_wrong()
    {
        File.WriteAllText(_folder.PathOf("scenarios/broken.yaml"), "title: Broken\nwindows: {}\n");

        Assert.Equal(
            [
                new ScenarioEntry("broken", "scenarios/broken.yaml:2: windows: unknown key, did you mean \"window\"?"),
                new ScenarioEntry("small", "A small day"),
            ],
            _folder.Content.Scenarios()
        );
    }
}
