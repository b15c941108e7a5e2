using System.Globalization;
using System.Text;
using Plumbline.Tokenizers.Normalization;
using Plumbline.Tokenizers.Vocabularies;

namespace Plumbline.Tokenizers.Formats;

/// <summary>What kind of piece a SentencePiece model has; the numbers are the format's.</summary>
internal enum PieceType
{
    Normal = 1,
    Unknown = 2,
    Control = 3,
    UserDefined = 4,
    Unused = 5,
    Byte = 6,
}

/// <summary>A SentencePiece model as its file has it (<c>sentencepiece_model.proto</c>).</summary>
internal sealed class SentencePieceModel
{
    private const int Unigram = 1;
    private const int BytePair = 2;

    private readonly string file;

    private SentencePieceModel(string file) => this.file = file;

    /// <summary>The pieces, in order of id.</summary>
    public SymbolList Pieces { get; } = new(1024);

    /// <summary>The score of each piece.</summary>
    public List<float> Scores { get; } = [];

    /// <summary>The type of each piece.</summary>
    public List<PieceType> Types { get; } = [];

    /// <summary>Whether pieces are chosen by their probability, else by merging.</summary>
    public bool IsUnigram { get; private set; } = true;

    /// <summary>Whether a character without a piece is counted as its bytes.</summary>
    public bool FallsBackToBytes { get; private set; }

    /// <summary>What is done to a text first.</summary>
    public TextNormalizer Normalizer { get; private set; } = new();

    /// <summary>The pieces that a user defined, which are found before anything else.</summary>
    public FrozenTexts? UserDefined { get; private set; }

    /// <summary>Whether content looks like a model: it starts with a piece that has a text.</summary>
    public static bool Recognises(ReadOnlySpan<byte> content)
    {
        // Field 1, a message, of which the first field is 1 again, a text.
        int at = content.Length > 1 && content[0] == 0x0A ? content[1] < 0x80 ? 2 : 3 : int.MaxValue;
        return at < content.Length && content[at] == 0x0A;
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="TokenizerFormatException">The model is broken, or of a kind that is not supported.</exception>
    public static SentencePieceModel Read(string file, ReadOnlySpan<byte> content)
    {
        var model = new SentencePieceModel(file);
        ReadOnlySpan<byte> trainer = default, normalizer = default;
        var reader = new ProtobufReader(file, "the model", content);
        while (reader.Read())
        {
            switch (reader.Field)
            {
                case 1:
                    model.ReadPiece(reader.Bytes);
                    break;
                case 2:
                    trainer = reader.Bytes;
                    break;
                case 3:
                    normalizer = reader.Bytes;
                    break;
            }
        }

        if (model.Pieces.Count == 0)
        {
            throw new TokenizerFormatException(file, "pieces", "there are none; this is not a SentencePiece model");
        }

        bool spaceIsSuffix = model.ReadTrainer(trainer);
        model.FindUserDefined();
        model.ReadNormalizer(normalizer, spaceIsSuffix);
        return model;
    }

    private void ReadPiece(ReadOnlySpan<byte> message)
    {
        string part = string.Create(CultureInfo.InvariantCulture, $"pieces[{Scores.Count}]");
        var reader = new ProtobufReader(file, part, message);
        ReadOnlySpan<byte> text = default;
        float score = 0;
        var type = PieceType.Normal;
        while (reader.Read())
        {
            switch (reader.Field)
            {
                case 1:
                    text = reader.Bytes;
                    break;
                case 2:
                    score = reader.Float;
                    break;
                case 3:
                    type = (PieceType)reader.Number;
                    break;
            }
        }

        if (text.IsEmpty || !float.IsFinite(score) || !Enum.IsDefined(type))
        {
            throw new TokenizerFormatException(
                file, part, text.IsEmpty ? "the piece has no text" : !float.IsFinite(score) ? "the score is not a number" : $"type {(int)type} is unknown");
        }

        Pieces.Add(text);
        Scores.Add(score);
        Types.Add(type);
    }

    private bool ReadTrainer(ReadOnlySpan<byte> message)
    {
        ulong modelType = Unigram;
        bool spaceIsSuffix = false;
        var reader = new ProtobufReader(file, "trainer_spec", message);
        while (reader.Read())
        {
            switch (reader.Field)
            {
                case 3:
                    modelType = reader.Number;
                    break;
                case 24:
                    spaceIsSuffix = reader.Number != 0;
                    break;
                case 35:
                    FallsBackToBytes = reader.Number != 0;
                    break;
            }
        }

        IsUnigram = modelType switch
        {
            Unigram => true,
            BytePair => false,
            _ => throw new TokenizerFormatException(file, "trainer_spec.model_type",
                $"models of type {(modelType == 3 ? "word" : modelType == 4 ? "char" : modelType)} are not supported; expected unigram or bpe"),
        };
        if (FallsBackToBytes && Types.Count(type => type == PieceType.Byte) != 256)
        {
            throw new TokenizerFormatException(
                file, "pieces", $"byte_fallback is on, but {Types.Count(type => type == PieceType.Byte)} pieces are bytes; expected 256");
        }

        return spaceIsSuffix;
    }

    private void ReadNormalizer(ReadOnlySpan<byte> message, bool spaceIsSuffix)
    {
        ReadOnlySpan<byte> rules = default;
        bool addsSpace = true, removesSpaces = true, escapes = true;
        var reader = new ProtobufReader(file, "normalizer_spec", message);
        while (reader.Read())
        {
            switch (reader.Field)
            {
                case 2:
                    rules = reader.Bytes;
                    break;
                case 3:
                    addsSpace = reader.Number != 0;
                    break;
                case 4:
                    removesSpaces = reader.Number != 0;
                    break;
                case 5:
                    escapes = reader.Number != 0;
                    break;
            }
        }

        Normalizer = new TextNormalizer
        {
            Rules = CharsMap.Read(file, "normalizer_spec.precompiled_charsmap", rules),
            Frozen = UserDefined,
            AddsPrefix = addsSpace && !spaceIsSuffix,
            AddsSuffix = addsSpace && spaceIsSuffix,
            RemovesExtraSpaces = removesSpaces,
            EscapesSpaces = escapes,
        };
    }

    private void FindUserDefined()
    {
        var texts = new SymbolList(8);
        var seen = new HashSet<string>();
        for (int piece = 0; piece < Pieces.Count; piece++)
        {
            if (!seen.Add(Encoding.Latin1.GetString(Pieces[piece])))
            {
                throw new TokenizerFormatException(file, $"pieces[{piece}]", $"'{Encoding.UTF8.GetString(Pieces[piece])}' is there twice");
            }

            if (Types[piece] == PieceType.UserDefined)
            {
                texts.Add(Pieces[piece]);
            }
        }

        UserDefined = texts.Count > 0 ? new FrozenTexts(texts) : null;
    }
}
