using System.Reflection;

namespace Plumbline.Generators.Tests.Pipeline;

/// <summary>C# that uses generated types, written in the test as a user would write it, compiled with them and run.</summary>
public static class ConsumerCode
{
    /// <summary>Runs statements that end in <c>return</c> of a text.</summary>
    public static string Run(Project project, string statements)
    {
        Assembly assembly = project.WithCode("Probe.cs", $$"""
            using System;
            using System.Collections.Generic;
            using System.IO;
            using System.Linq;
            using System.Text;
            using System.Text.Json;
            using System.Text.Json.Serialization;
            using Consumer;
            using Plumbline;

            public static class Probe
            {
                public static string Run()
                {
                    {{statements}}
                }

                private static string Json<T>(ISchemaRecord<T> record) where T : class, ISchemaRecord<T> => Encoding.UTF8.GetString(record.ToUtf8Json());
            }
            """).Generate().Load();
        try
        {
            return (string)assembly.GetType("Probe")!.GetMethod("Run")!.Invoke(null, null)!;
        }
        catch (TargetInvocationException exception)
        {
            throw new InvalidOperationException($"The consumer's code threw: {exception.InnerException}", exception.InnerException);
        }
    }
}
