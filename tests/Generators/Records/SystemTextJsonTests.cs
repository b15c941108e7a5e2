using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Plumbline.Generators.Tests.Pipeline;

namespace Plumbline.Generators.Tests.Records;

public sealed class SystemTextJsonTests
{
    private static readonly Project Tickets = Project.Empty.WithSchema("ticket.schema.json", """
        {
          "type": "object", "required": ["level"],
          "properties": {
            "level": { "enum": ["low", "very high"] },
            "owner": { "type": "object", "required": ["name"], "properties": { "name": { "type": "string" } } }
          }
        }
        """);

    private const string RoundTrip = """"
        var options = new JsonSerializerOptions { TypeInfoResolver = Consumer.PlumblineJsonResolver.Instance };
        Consumer.Ticket ticket = JsonSerializer.Deserialize<Consumer.Ticket>("""{"level":"very high","owner":{"name":"n"},"x":[1]}""", options)!;
        string owner = JsonSerializer.Serialize(ticket.Owner, options);
        string level = JsonSerializer.Serialize(ticket.Level, options);
        string result = JsonSerializer.Serialize(ticket, options) + " " + owner + " " + level;
        """";

    private const string Expected = """{"level":"very high","owner":{"name":"n"},"x":[1]} {"name":"n"} "very high" """;

    [Fact]
    public void The_resolver_serves_records_nested_records_and_enumerations()
    {
        Assert.Equal(Expected.TrimEnd(), ConsumerCode.Run(Tickets, RoundTrip + "return result;"));
    }

    [Fact]
    public void The_converter_on_the_type_serves_reflection_and_tells_findings()
    {
        Assert.Equal("""[{"level":"low"}] PLB4002 /level""", ConsumerCode.Run(Tickets, """"
            string list = JsonSerializer.Serialize(JsonSerializer.Deserialize<List<Ticket>>("""[{"level":"low"}]"""));
            try
            {
                JsonSerializer.Deserialize<List<Ticket>>("""[{"level":"none"}]""");
                return "no exception";
            }
            catch (SchemaValidationException exception)
            {
                return $"{list} {exception.Findings[0].Rule.Id} {exception.Findings[0].Pointer}";
            }
            """"));
    }

    [Fact]
    public void A_part_that_lacks_what_it_needs_is_a_JsonException()
    {
        Assert.Equal("JsonException", ConsumerCode.Run(Tickets, """
            try
            {
                JsonSerializer.Deserialize<TicketOwner>("{}");
                return "no exception";
            }
            catch (JsonException)
            {
                return "JsonException";
            }
            """));
    }

    [Fact]
    public async Task Reflection_may_be_off_for_the_whole_process()
    {
        string folder = Directory.CreateTempSubdirectory("plumbline-").FullName;
        try
        {
            Generated program = Tickets.WithCode("Program.cs", $$"""
                using System;
                using System.Text.Json;

                {{RoundTrip}}
                Console.WriteLine(JsonSerializer.IsReflectionEnabledByDefault + " " + result);
                """).Generate();
            CSharpCompilation executable = program.Compilation.WithOptions(program.Compilation.Options.WithOutputKind(OutputKind.ConsoleApplication));
            var emitted = executable.Emit(Path.Combine(folder, "Consumer.dll"));
            Assert.True(emitted.Success, string.Join(Environment.NewLine, emitted.Diagnostics));
            foreach (string file in Directory.GetFiles(AppContext.BaseDirectory, "Plumbline.*.dll"))
            {
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            }

            await File.WriteAllTextAsync(Path.Combine(folder, "Consumer.runtimeconfig.json"), """
                {
                  "runtimeOptions": {
                    "framework": { "name": "Microsoft.NETCore.App", "version": "10.0.0" },
                    "configProperties": { "System.Text.Json.JsonSerializer.IsReflectionEnabledByDefault": false }
                  }
                }
                """);
            using Process process = Process.Start(new ProcessStartInfo("dotnet", ["exec", Path.Combine(folder, "Consumer.dll")])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();

            Assert.Equal("False " + Expected.TrimEnd(), output.TrimEnd());
            Assert.Equal("", await errors);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
