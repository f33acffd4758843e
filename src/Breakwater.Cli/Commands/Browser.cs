using System.ComponentModel;
using System.Diagnostics;

namespace Breakwater.Cli;

/// <summary>The user's own browser.</summary>
internal static class Browser
{
    /// <returns>False where none could be started.</returns>
    public static bool TryOpen(string address)
    {
        try
        {
            using Process? started = Process.Start(new ProcessStartInfo(address) { UseShellExecute = true });
            return true;
        }
        catch (Exception failure)
            when (failure is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            return false;
        }
    }
}
