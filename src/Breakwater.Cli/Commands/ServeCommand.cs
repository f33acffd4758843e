using System.CommandLine;
using System.Net;
using Breakwater.Runs;
using Breakwater.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;

namespace Breakwater.Cli;

/// <summary><c>breakwater serve</c></summary>
internal static class ServeCommand
{
    private const string TokenVariable = "BREAKWATER_TOKEN";

    private static readonly Option<string> s_listen = new("--listen")
    {
        Description = "The address to listen on; any but a loopback one demands a token.",
        DefaultValueFactory = _ => "127.0.0.1",
    };

    private static readonly Option<int> s_port = new("--port")
    {
        Description = "0 for any that is free.",
        DefaultValueFactory = _ => new ServerOptions().Port,
    };

    private static readonly Option<string?> s_token = new("--token")
    {
        Description = $"What callers must show; better in {TokenVariable}, which no list of processes tells.",
    };

    private static readonly Option<string> s_runs = new("--in")
    {
        Description = "Folder that holds the run folders.",
        DefaultValueFactory = _ => RunFolder.DefaultParent,
    };

    private static readonly Option<string> s_store = StoreOption.Create();

    private static readonly Option<bool> s_open = new("--open") { Description = "Open it in the browser." };
    private static readonly Option<bool> s_json = new("--json") { Description = "Say where it is as JSON." };

    public static Command Create()
    {
        var command = new Command("serve", "Serve the laboratory to a browser, and its API under /api/v1.")
        {
            s_listen,
            s_port,
            s_token,
            s_runs,
            s_store,
            RunOptions.Threads,
            s_open,
            s_json,
        };
        command.SetBody(s_json, Run);
        return command;
    }

    // Ending a server from the keyboard is how it ends.
    private static void Run(ParseResult parsed, CancellationToken cancel) =>
        Execute(parsed, cancel).GetAwaiter().GetResult();

    private static async Task Execute(ParseResult parsed, CancellationToken cancel)
    {
        await using WebApplication server = LabServer.Create(OptionsOf(parsed));
        await Start(server, cancel);
        string address = server.Urls.First();
        if (parsed.GetValue(s_json))
        {
            JsonOutput.Write(new { address });
        }
        else
        {
            Console.Out.WriteLine($"listening on {address}; Ctrl+C ends it");
        }

        if (parsed.GetValue(s_open) && !Browser.TryOpen(address))
        {
            await Console.Error.WriteLineAsync("no browser could be started; open the address in one");
        }

        await Task.Delay(Timeout.Infinite, cancel).ContinueWith(_ => { }, TaskScheduler.Default);
        await server.StopAsync(CancellationToken.None);
    }

    private static async Task Start(WebApplication server, CancellationToken cancel)
    {
        try
        {
            await server.StartAsync(cancel);
        }
        catch (IOException refused) when (refused.InnerException is AddressInUseException)
        {
            throw new IOException("the port is in use; --port names another, 0 any that is free", refused);
        }
    }

    private static ServerOptions OptionsOf(ParseResult parsed)
    {
        string listen = parsed.GetRequiredValue(s_listen);
        int port = parsed.GetValue(s_port);
        return new ServerOptions
        {
            ReadsAhead = true,
            Listen = IPAddress.TryParse(listen, out IPAddress? address)
                ? address
                : throw new InputException($"--listen: \"{listen}\" is no IP address, such as 127.0.0.1 or 0.0.0.0"),
            Port = port is >= 0 and <= IPEndPoint.MaxPort
                ? port
                : throw new InputException($"--port: {port} must be from 0 to {IPEndPoint.MaxPort}"),
            Token = parsed.GetValue(s_token) ?? Environment.GetEnvironmentVariable(TokenVariable),
            Runs = parsed.GetRequiredValue(s_runs),
            Store = parsed.GetRequiredValue(s_store),
            Threads = RunOptions.ThreadsOf(parsed),
        };
    }
}
