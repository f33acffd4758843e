using System.Text.Json;

namespace Breakwater.Architecture.Tests;

public sealed class NoticesTests
{
    private static readonly string Notices = File.ReadAllText(Path.Combine(Checkout.Root, "THIRD-PARTY-NOTICES.md"));

    public static TheoryData<string> LockFiles =>
        [.. Checkout.Files(".", "packages.lock.json").Select(Checkout.RelativePath).Order()];

    [Theory]
    [MemberData(nameof(LockFiles))]
    public void Every_locked_package_stands_in_the_notices(string lockFile)
    {
        var missing = LockedPackages(lockFile)
            .Where(package => !Notices.Contains($"| {package.Name} | {package.Version} |", StringComparison.Ordinal));

        Assert.Empty(missing);
    }

    private static List<(string Name, string? Version)> LockedPackages(string lockFile)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Checkout.Root, lockFile)));
        var entries =
            from framework in json.RootElement.GetProperty("dependencies").EnumerateObject()
            from package in framework.Value.EnumerateObject()
            where package.Value.GetProperty("type").GetString() != "Project"
            select (package.Name, package.Value.GetProperty("resolved").GetString());
        return [.. entries];
    }
}
