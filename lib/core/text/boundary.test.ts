import { describe, expect, test } from 'vitest';
import { isBounded } from './boundary';
import { cutsHanWord } from './han-words';

function placeOf(text: string, name: string): [start: number, end: number] {
  const start = text.indexOf(name);
  return [start, start + name.length];
}

describe('where a name ends', () => {
  test.each([
    ['Xi’an is a city', 'Xi', false],
    ["the train to Ma'anshan", 'Ma', false],
    ['Xi’s visit', 'Xi', true],
    ["Ma'll come", 'Ma', true],
    ['two Huaweis and', 'Huawei', true],
    ['an Alibabas', 'Alibaba', true],
    ['Alibabasque', 'Alibaba', false],
    ['Antsy', 'Ant', false],
    ['the Ants', 'Ant', false],
  ])('%s: %s', (text, name, expected) => {
    expect(isBounded(text, ...placeOf(text, name))).toBe(expected);
  });
});

describe('a short Chinese name inside longer words', () => {
  test.each([
    ['其中共有三人', '中共', false],
    ['数据集中共享', '中共', false],
    ['小米粥很好喝', '小米', false],
    ['联想到这个', '联想', false],
    ['滴滴答答下雨', '滴滴', false],
    ['京东部的城市', '京东', false],
    ['才华为人称道', '华为', false],
    ['小米公司发布', '小米', true],
    ['联想集团', '联想', true],
    ['滴滴出行被审查', '滴滴', true],
    ['京东和淘宝', '京东', true],
    ['华为公司', '华为', true],
    ['昨日表示马云没有出席', '马云', true],
    ['据报道蚂蚁集团昨日表示', '蚂蚁集团', true],
  ])('%s: %s', (text, name, expected) => {
    expect(cutsHanWord(text, ...placeOf(text, name))).toBe(!expected);
  });
});
