using System.Diagnostics;

namespace Breakwater.Server.Tests;

/// <summary>The browser that the project's script finds or installs.</summary>
/// <param name="Program">Where it is; empty where it is absent.</param>
/// <param name="Absence">Why; empty where it is there.</param>
internal sealed record Chromium(string Program, string Absence)
{
    private const int CannotBeInstalled = 3;

    public static async Task<Chromium> Find(CancellationToken cancel)
    {
        if (OperatingSystem.IsWindows())
        {
            return new Chromium("", "the script that installs Chromium needs bash");
        }

        using Process script = Process.Start(
            new ProcessStartInfo("bash", Path.Combine(Checkout.Root, "build", "chromium"))
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        string program = (await script.StandardOutput.ReadToEndAsync(cancel)).Trim();
        await script.WaitForExitAsync(cancel);
        return script.ExitCode switch
        {
            0 => new Chromium(program, ""),
            CannotBeInstalled => new Chromium("", "Chromium is missing and cannot be installed here"),
            _ => throw new InvalidOperationException($"build/chromium failed with {script.ExitCode}"),
        };
    }
}
