using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Plumbline.Generators.Writing
{
    /// <summary>An interpolated string whose holes take text and whole numbers only and never depend on a culture.</summary>
    [InterpolatedStringHandler]
    internal readonly struct InvariantText
    {
        private readonly StringBuilder _text;

        /// <summary>Begins a text; called by the compiler.</summary>
        public InvariantText(int literalLength, int formattedCount)
        {
            _text = new StringBuilder(literalLength + (formattedCount * 8));
        }

        /// <summary>Appends the fixed part.</summary>
        public void AppendLiteral(string text) => _text.Append(text);

        /// <summary>Appends text.</summary>
        public void AppendFormatted(string? text) => _text.Append(text);

        /// <summary>Appends a number.</summary>
        public void AppendFormatted(long number) => _text.Append(number.ToString(CultureInfo.InvariantCulture));

        /// <summary>Appends a number.</summary>
        public void AppendFormatted(int number) => AppendFormatted((long)number);

        /// <summary>The text.</summary>
        public override string ToString() => _text.ToString();
    }
}

namespace System.Runtime.CompilerServices
{
    /// <summary>Tells the compiler that a type takes interpolated strings; netstandard2.0 lacks it.</summary>
    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
    internal sealed class InterpolatedStringHandlerAttribute : Attribute;
}
