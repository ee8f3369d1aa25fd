// What each document said, as far as a timeline tells it: so that a store can take a timeline without the articles.
#include <algorithm>
#include <map>
#include <set>

#include "dateline/base/error.hpp"
#include "dateline/base/hash.hpp"
#include "dateline/base/utf8.hpp"
#include "dateline/export.hpp"

namespace dateline {
namespace {

/// Offsets past this are no article's.
constexpr std::uint32_t longest_text = 50'000'000;

/// A text of which some places are known; the others are blank.
class Fragments {
 public:
  Fragments(const DocumentInfo& document, std::string_view where) : document_(document), where_(where) {}

  void put(const Span& span, std::string_view words) {
    std::vector<char32_t> letters;
    for (std::size_t at = 0; at < words.size();) letters.push_back(utf8::next(words, at));
    if (letters.size() != span.size()) fail("a quote is not as long as its offsets say");
    if (span.end > longest_text) fail("an offset is beyond any article");
    if (span.end > text_.size()) text_.resize(span.end, blank);
    for (std::size_t i = 0; i < letters.size(); ++i) {
      char32_t& place = text_[span.begin + i];
      if (place != blank && letters[i] != place) fail("two quotes do not agree at " + std::to_string(span.begin + i));
      place = letters[i];
    }
  }

  std::string text() const {
    std::string out;
    for (const char32_t letter : text_) utf8::append(out, letter == blank ? U' ' : letter);
    return out;
  }

 private:
  static constexpr char32_t blank = 0x110000;  // no character

  [[noreturn]] void fail(const std::string& what) const {
    throw Error(ErrorKind::input, where_, document_.source + ": " + what);
  }

  const DocumentInfo& document_;
  std::string_view where_;
  std::vector<char32_t> text_;
};

/// Gathers the tellings of one document.
class ReadingMaker {
 public:
  ReadingMaker(const Knowledge& knowledge, std::uint32_t document) : knowledge_(knowledge), document_(document) {}

  void add(std::uint32_t event_index) {
    const Event& event = knowledge_.events[event_index];
    for (std::uint32_t i = 0; i < event.evidence.size(); ++i) {
      if (event.evidence[i].document != document_) continue;
      mentions_.push_back({event_index, i, static_cast<std::uint32_t>(findings_.events.size())});
      findings_.events.push_back(mention(event, event.evidence[i]));
    }
  }

  void add(const Relation& relation) {
    for (const Evidence& piece : relation.evidence) {
      if (piece.document != document_) continue;
      RelationMention mention;
      mention.type = relation.type;
      mention.from = local(relation.from, piece);
      if (relation.to) mention.to = local(*relation.to, piece);
      mention.text = relation.text;
      mention.span = piece.trigger;
      mention.sentence = sentence(piece);
      mention.since = relation.since;
      mention.until = relation.until;
      mention.rule = piece.rule;
      findings_.relations.push_back(std::move(mention));
    }
  }

  Findings finished() {
    for (const Told& one : mentions_) {
      EventMention& mention = findings_.events[one.mention];
      for (const std::uint32_t told : knowledge_.events[one.event].content) {
        if (const auto other = mention_of(told)) mention.content.push_back(*other);
      }
      for (const TemporalLink& link : knowledge_.events[one.event].temporal) {
        if (std::find(link.evidence.begin(), link.evidence.end(), one.piece) == link.evidence.end()) continue;
        if (const auto other = mention_of(link.event)) mention.temporal.push_back({link.relation, *other, ""});
      }
      const auto& whole = knowledge_.events[one.event].part_of;
      if (whole) mention.part_of = mention_of(*whole);
    }
    std::sort(findings_.sentences.begin(), findings_.sentences.end(),
              [](const Span& a, const Span& b) { return std::pair(a.begin, a.end) < std::pair(b.begin, b.end); });
    findings_.sentences.erase(std::unique(findings_.sentences.begin(), findings_.sentences.end()),
                              findings_.sentences.end());
    return std::move(findings_);
  }

 private:
  /// A piece of an event's evidence, and the mention made of it.
  struct Told {
    std::uint32_t event, piece, mention;
  };

  /// The first telling of an event in this document.
  std::optional<std::uint32_t> mention_of(std::uint32_t event) const {
    const auto found =
        std::find_if(mentions_.begin(), mentions_.end(), [&](const Told& one) { return one.event == event; });
    return found == mentions_.end() ? std::nullopt : std::optional(found->mention);
  }

  Span sentence(const Evidence& piece) {
    findings_.sentences.push_back(piece.span);
    return piece.span;
  }

  EventMention mention(const Event& event, const Evidence& piece) {
    EventMention mention;
    mention.type = event.type;
    mention.mode = event.mode;
    mention.trigger = piece.trigger;
    mention.sentence = sentence(piece);
    for (const Participant& participant : event.participants)
      mention.participants.push_back({participant.role, local(participant.entity, piece)});
    if (event.place) mention.place = local(*event.place, piece);
    mention.date = event.date;
    if (piece.time) mention.time = time(*piece.time);
    mention.status = piece.status;
    for (const std::uint32_t source : piece.attribution) mention.attribution.push_back(local(source, piece));
    mention.amounts = event.amounts;
    mention.rule = piece.rule;
    return mention;
  }

  std::uint32_t time(const Evidence::Time& time) {
    TimeMention mention;
    mention.span = time.span;
    mention.value = mention.edtf = time.edtf;
    if (const std::optional<EdtfDate> date = parse_edtf(time.edtf))
      mention.days = date->days, mention.precision = date->precision;
    mention.anchor = time.anchor;
    mention.rule = time.rule;
    findings_.times.push_back(std::move(mention));
    return static_cast<std::uint32_t>(findings_.times.size() - 1);
  }

  /// The entity in this document, with the place in the quote where its name or an alias stands.
  std::uint32_t local(std::uint32_t index, const Evidence& piece) {
    const Entity& entity = knowledge_.entities[index];
    const auto [found, fresh] = locals_.try_emplace(index, static_cast<std::uint32_t>(findings_.entities.size()));
    if (fresh) findings_.entities.push_back({entity.name, entity.kind, entity.country, "", {}});
    LocalEntity& here = findings_.entities[found->second];
    std::vector<std::string> names = {entity.name};
    names.insert(names.end(), entity.aliases.begin(), entity.aliases.end());
    std::stable_sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
    for (const std::string& word : names) {
      const std::size_t at = word.empty() ? piece.quote.npos : piece.quote.find(word);
      if (at == piece.quote.npos) continue;
      const auto begin =
          piece.span.begin + static_cast<std::uint32_t>(utf8::length(std::string_view(piece.quote).substr(0, at)));
      const Span span{begin, begin + static_cast<std::uint32_t>(utf8::length(word))};
      const bool known = std::any_of(here.mentions.begin(), here.mentions.end(),
                                     [&](const EntityMention& mention) { return mention.span == span; });
      if (!known) here.mentions.push_back({span, word, MentionForm::name});
      break;
    }
    return found->second;
  }

  const Knowledge& knowledge_;
  std::uint32_t document_;
  Findings findings_;
  std::map<std::uint32_t, std::uint32_t> locals_;
  std::vector<Told> mentions_;
};

/// Everything that quotes a document, with its place.
template <class Visit>
void each_quote(const Knowledge& knowledge, Visit visit) {
  const auto each = [&](const std::vector<Evidence>& pieces) {
    for (const Evidence& piece : pieces) {
      visit(piece.document, piece.span, piece.quote);
      visit(piece.document, piece.trigger, piece.trigger_text);
      if (piece.time) visit(piece.document, piece.time->span, piece.time->text);
    }
  };
  for (const Event& event : knowledge.events) each(event.evidence);
  for (const Relation& relation : knowledge.relations) each(relation.evidence);
}

Document document_of(const DocumentInfo& info, std::string text) {
  Document document;
  document.source = info.source;
  document.sha256 = sha256(text);
  document.text = std::move(text);
  document.title = info.title;
  document.publisher = info.publisher;
  document.agencies = info.agencies;
  document.url = info.url;
  document.published = info.published;
  return document;
}

}  // namespace

std::vector<Reading> readings_of(const Knowledge& knowledge, std::string_view where) {
  std::vector<Fragments> texts;
  for (const DocumentInfo& document : knowledge.documents) texts.emplace_back(document, where);
  each_quote(knowledge, [&](std::uint32_t document, const Span& span, const std::string& words) {
    texts[document].put(span, words);
  });
  std::vector<ReadingMaker> makers;
  for (std::uint32_t i = 0; i < knowledge.documents.size(); ++i) makers.emplace_back(knowledge, i);
  const auto documents_of = [](const std::vector<Evidence>& pieces) {
    std::set<std::uint32_t> documents;
    for (const Evidence& piece : pieces) documents.insert(piece.document);
    return documents;
  };
  for (std::uint32_t i = 0; i < knowledge.events.size(); ++i) {
    for (const std::uint32_t document : documents_of(knowledge.events[i].evidence)) makers[document].add(i);
  }
  for (const Relation& relation : knowledge.relations) {
    for (const std::uint32_t document : documents_of(relation.evidence)) makers[document].add(relation);
  }
  std::vector<Reading> readings;
  for (std::size_t i = 0; i < makers.size(); ++i) {
    Reading reading{document_of(knowledge.documents[i], texts[i].text()), makers[i].finished()};
    const utf8::Places places(reading.document.text);
    for (const Span& sentence : reading.findings.sentences) {
      const Span bytes{static_cast<std::uint32_t>(places.byte(sentence.begin)),
                       static_cast<std::uint32_t>(places.byte(sentence.end))};
      std::vector<Block>& blocks = reading.document.blocks;
      if (blocks.empty() || blocks.back().bytes.end <= bytes.begin) blocks.push_back({BlockKind::paragraph, bytes});
    }
    reading.findings.made_by = "timeline";
    reading.findings.anchor_edtf = knowledge.documents[i].anchor_edtf;
    reading.findings.anchor_why = knowledge.documents[i].anchor_why;
    readings.push_back(std::move(reading));
  }
  return readings;
}

}  // namespace dateline
