using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Plumbline.Generators.Inputs;
using Plumbline.Generators.Shapes;
using Plumbline.Schema.Ir;

namespace Plumbline.Generators.Tests.Incrementality;

/// <summary>What the pipeline keeps from run to run: values, and nothing that keeps a compilation alive.</summary>
public sealed class ModelTests
{
    public static TheoryData<Type> Models =>
    [
        typeof(SchemaInput), typeof(SchemaTarget), typeof(RootPlan), typeof(LinkedSchema), typeof(ShapedSchema), typeof(DeclaredTypes), typeof(TypeCollision),
        typeof(GeneratedSource), typeof(Plumbline.Generators.Records.ResolverShape), typeof(Problem), typeof(SchemaTextEntry),
    ];

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_is_equal_by_value_and_holds_nothing_of_the_compiler(Type model)
    {
        foreach (Type type in Reached(model))
        {
            Assert.False(
                type.Assembly == typeof(Compilation).Assembly || type.Assembly.GetName().Name == "Microsoft.CodeAnalysis.CSharp",
                $"{model.Name} reaches {type}");
            Assert.True(
                type.IsEnum || type.IsPrimitive || type == typeof(string) || type.GetMethod("<Clone>$") is not null || IsEquatable(type) || type.IsAbstract,
                $"{model.Name} reaches {type}, which is compared by reference");
            Assert.All(
                type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.SetMethod is { IsPublic: true }),
                property => Assert.Contains(
                    typeof(IsExternalInit).FullName, property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Select(modifier => modifier.FullName)));
        }
    }

    private static bool IsEquatable(Type type) => type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEquatable<>));

    private static HashSet<Type> Reached(Type model)
    {
        var reached = new HashSet<Type>();
        var open = new Stack<Type>([model]);
        while (open.Count > 0)
        {
            Type type = open.Pop();
            if (Nullable.GetUnderlyingType(type) is { } underlying)
            {
                type = underlying;
            }

            if (!reached.Add(type) || type.IsPrimitive || type.IsEnum || type == typeof(string))
            {
                continue;
            }

            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>))
            {
                // An array of values, compared by them; it is its items that matter.
                open.Push(type.GetGenericArguments()[0]);
                continue;
            }

            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            {
                open.Push(field.FieldType);
            }

            foreach (Type derived in type.Assembly.GetTypes().Where(other => other.BaseType == type))
            {
                open.Push(derived);
            }
        }

        return reached;
    }
}
