namespace Plumbline;

/// <summary>Where a value stands that counts in a total of a dataset: what is told of the one with which the total exceeds its limit.</summary>
/// <param name="Total">Which total, from 0, in the order of the schema's <c>x-dataset/totals</c>.</param>
/// <param name="Index">Values before it that count, from 0: in the range, or in the dataset.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1, in UTF-16 code units.</param>
/// <param name="ByteOffset">Byte offset in the file.</param>
/// <param name="ByteLength">Bytes of the value.</param>
/// <param name="Pointer">JSON Pointer of the value in its line.</param>
public readonly record struct TotalPlace(int Total, long Index, long Line, int Column, long ByteOffset, int ByteLength, string Pointer);
