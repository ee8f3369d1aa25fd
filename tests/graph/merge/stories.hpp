// Readings made by hand: sentences with the entities and events that a reader would find in them.
#pragma once

#include <string>
#include <vector>

#include "dateline/base/hash.hpp"
#include "dateline/base/utf8.hpp"
#include "dateline/merge.hpp"
#include "dateline/model/knowledge.hpp"
#include "dateline/resources.hpp"

namespace dateline::test {

inline const Resources& resources() {
  static const Resources all = Resources::embedded();
  return all;
}

/// The latest event of a story, to be told more of.
struct Told {
  Findings& findings;
  const std::string& text;
  std::size_t index;

  EventMention& event() { return findings.events[index]; }
  Told& who(std::string role, std::uint32_t entity) {
    event().participants.push_back({std::move(role), entity});
    return *this;
  }
  Told& in(std::uint32_t place) {
    event().place = place;
    return *this;
  }
  Told& on(const std::string& edtf, Basis basis = Basis::stated) {
    event().date = event_date(edtf, basis);
    return *this;
  }
  Told& status(Status status) {
    event().status = status;
    return *this;
  }
  Told& mode(std::string mode) {
    event().mode = std::move(mode);
    return *this;
  }
  Told& amount(std::string role, std::string words, double value) {
    event().amounts.push_back({std::move(role), std::move(words), value});
    return *this;
  }
  Told& says(std::uint32_t entity) {
    event().attribution.push_back(entity);
    return *this;
  }
  Told& by(std::string rule) {
    event().rule = std::move(rule);
    return *this;
  }
  /// By a definite noun.
  Told& again() {
    event().told_again = true;
    return *this;
  }
  Told& about(std::size_t other) {
    event().content.push_back(static_cast<std::uint32_t>(other));
    return *this;
  }
};

class Story {
 public:
  explicit Story(std::string source, std::string published = "2031-03-10") {
    reading_.document.source = std::move(source);
    reading_.document.published = Published{std::move(published), "text line 1"};
  }

  std::uint32_t entity(std::string name, EntityKind kind, std::string country = "", std::string key = "",
                       MentionForm form = MentionForm::name) {
    LocalEntity entity{name, kind, std::move(country), std::move(key), {}};
    entity.mentions.push_back({{0, static_cast<std::uint32_t>(utf8::length(name))}, name, form});
    reading_.findings.entities.push_back(std::move(entity));
    return static_cast<std::uint32_t>(reading_.findings.entities.size() - 1);
  }
  std::uint32_t person(std::string name, std::string country = "") {
    return entity(std::move(name), EntityKind::person, std::move(country));
  }
  std::uint32_t country(std::string name, const std::string& code) {
    return entity(std::move(name), EntityKind::country, code, "country:" + code);
  }
  std::uint32_t place(std::string name, std::string country = "") {
    return entity(std::move(name), EntityKind::place, std::move(country));
  }
  std::uint32_t body(std::string name, std::string country = "") {
    return entity(std::move(name), EntityKind::organization, std::move(country));
  }
  std::uint32_t group(std::string phrase, std::string country = "") {
    return entity(std::move(phrase), EntityKind::group, std::move(country), "", MentionForm::nominal);
  }
  void mention(std::uint32_t entity, std::string text, MentionForm form) {
    reading_.findings.entities[entity].mentions.push_back({{0, 1}, std::move(text), form});
  }
  void agency(std::string name) { reading_.document.agencies.push_back(std::move(name)); }

  /// Appends a sentence in a paragraph of its own.
  Story& sentence(const std::string& text) {
    Document& document = reading_.document;
    const auto begin = static_cast<std::uint32_t>(document.text.size()),
               from = static_cast<std::uint32_t>(utf8::length(document.text));
    document.text += text + "\n";
    document.blocks.push_back({BlockKind::paragraph, {begin, begin + static_cast<std::uint32_t>(text.size())}});
    reading_.findings.sentences.push_back({from, from + static_cast<std::uint32_t>(utf8::length(text))});
    return *this;
  }

  /// The first sentence stands as a title.
  void with_title() { reading_.document.blocks.front().kind = BlockKind::title; }

  /// An event of the latest sentence, told by its first `trigger`.
  Told event(std::string type, const std::string& trigger) {
    const Span sentence = reading_.findings.sentences.back();
    const std::string text(utf8::slice(reading_.document.text, sentence.begin, sentence.end));
    const std::size_t at = std::min(text.find(trigger), text.size());
    const auto begin = sentence.begin + static_cast<std::uint32_t>(utf8::length(text.substr(0, at)));
    EventMention mention;
    mention.type = std::move(type);
    mention.sentence = sentence;
    mention.trigger = {begin, begin + static_cast<std::uint32_t>(utf8::length(trigger))};
    mention.rule = "test";
    reading_.findings.events.push_back(std::move(mention));
    return {reading_.findings, reading_.document.text, reading_.findings.events.size() - 1};
  }

  /// How the latest event lies to another one.
  void lies(TemporalRelation relation, std::uint32_t other) {
    reading_.findings.events.back().temporal.push_back({relation, other, "test"});
  }

  /// The latest event is told as a part of the number of another one.
  void is_part_of(std::uint32_t whole) { reading_.findings.events.back().part_of = whole; }

  void relation(std::string type, std::uint32_t from, std::uint32_t to, std::string text = "") {
    const Span sentence = reading_.findings.sentences.back();
    reading_.findings.relations.push_back(
        {std::move(type), from, to, std::move(text), sentence, sentence, "", "", "test"});
  }

  Findings& findings() { return reading_.findings; }
  Reading read() const {
    Reading out = reading_;
    out.document.sha256 = sha256(out.document.text);
    return out;
  }

 private:
  Reading reading_;
};

/// What merging makes of the readings of some articles.
inline Knowledge merged(const std::vector<Story>& stories) {
  std::vector<Reading> readings;
  for (const Story& story : stories) readings.push_back(story.read());
  return merge(readings, resources());
}

/// Events of a type.
inline std::vector<Event> of_type(const Knowledge& knowledge, std::string_view type) {
  std::vector<Event> out;
  for (const Event& event : knowledge.events) {
    if (event.type == type) out.push_back(event);
  }
  return out;
}

/// Names of the entities of a kind, sorted by id.
inline std::vector<std::string> names_of(const Knowledge& knowledge, EntityKind kind) {
  std::vector<std::string> out;
  for (const Entity& entity : knowledge.entities) {
    if (entity.kind == kind) out.push_back(entity.name);
  }
  return out;
}

}  // namespace dateline::test
